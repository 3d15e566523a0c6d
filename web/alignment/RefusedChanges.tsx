import { Alert, Button, Group, List } from '@mantine/core';
import CircleAlert from 'lucide-react/icons/circle-alert';
import { messageOf } from '../api/query-client.ts';
import { useMoney } from '../me/queries.ts';
import { formatCount } from '../ui/numbers.ts';
import { fieldsOf, type PendingChange } from './cell-change.ts';
import { changeInWords } from './field-words.ts';
import { fieldName } from './grid-columns.ts';

interface RefusedChangesProps {
  readonly refused: readonly PendingChange[];
  readonly onRetry: () => void;
  readonly onGiveUp: () => void;
}

/** Changes that the server has not taken: they stay until they are tried again or given up. */
export function RefusedChanges({ refused, onRetry, onGiveUp }: RefusedChangesProps) {
  const money = useMoney();
  if (refused.length === 0) return null;
  return (
    <Alert
      color="red"
      variant="light"
      role="alert"
      icon={<CircleAlert size={18} aria-hidden />}
      title={`${formatCount(refused.length, 'change is', 'changes are')} not saved`}
    >
      <List size="sm" spacing={2}>
        {refused.map(({ id, seen, change, refused: error }) => (
          <List.Item key={id} style={{ overflowWrap: 'anywhere' }}>
            <b>{seen.stackItem.name}</b>:{' '}
            {fieldsOf(change)
              .map((field) => `${fieldName(field)} to ${changeInWords(seen, field, change, money)}`)
              .join(', ')}
            . {messageOf(error)}
          </List.Item>
        ))}
      </List>
      <Group gap="xs" mt="sm">
        <Button size="xs" onClick={onRetry}>
          Try again
        </Button>
        <Button size="xs" variant="default" onClick={onGiveUp}>
          Give up
        </Button>
      </Group>
    </Alert>
  );
}
