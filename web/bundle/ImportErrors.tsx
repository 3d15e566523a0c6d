import { Alert, Button, CopyButton, Group, Text } from '@mantine/core';
import { formatCount } from '../ui/numbers.ts';
import classes from './bundle.module.css';
import { errorText, type ImportError } from './import-state.ts';

interface ImportErrorsProps {
  readonly errors: readonly ImportError[];
  /** How many more there are than are listed. */
  readonly more: number;
  /** What was refused. */
  readonly what?: string;
  readonly onReset: () => void;
}

/** Why an import was refused: every error with its place, to be mended in the files. */
export function ImportErrors({ errors, more, what = 'the bundle', onReset }: ImportErrorsProps) {
  const lines = errors.map(errorText);
  return (
    <Alert
      color="red"
      role="alert"
      title={`${formatCount(errors.length + more, 'error', 'errors')} in ${what}. Nothing was written.`}
    >
      <ol className={classes.errors} aria-label="Errors">
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and a line may stand twice
          <li key={index}>{line}</li>
        ))}
      </ol>
      {more > 0 ? (
        <Text fz="sm" mt="xs">
          and {formatCount(more, 'more', 'more')}
        </Text>
      ) : null}
      <Group gap="xs" mt="sm">
        <CopyButton value={lines.join('\n')}>
          {({ copied, copy }) => (
            <Button variant="default" size="xs" onClick={copy}>
              {copied ? 'Copied' : 'Copy all'}
            </Button>
          )}
        </CopyButton>
        <Button variant="default" size="xs" onClick={onReset}>
          Choose another file
        </Button>
      </Group>
    </Alert>
  );
}
