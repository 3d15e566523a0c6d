import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core';
import CircleCheck from 'lucide-react/icons/circle-check';
import type { ReactNode } from 'react';
import { formatShare, formatWhole } from '../ui/numbers.ts';
import { ImportCounts } from './ImportCounts.tsx';
import { ImportErrors } from './ImportErrors.tsx';
import type { FileResult, ImportProgress, ImportState } from './import-state.ts';

interface ImportFollowProps {
  readonly state: ImportState;
  readonly onCancel: () => void;
  readonly onReset: () => void;
  /** What can be done after a good end. */
  readonly next?: ReactNode;
}

/** Shows how an import goes and how it ended. */
export function ImportFollow({ state, onCancel, onReset, next }: ImportFollowProps) {
  switch (state.step) {
    case 'idle':
      return null;
    case 'running':
      return <Running progress={state.progress} onCancel={onCancel} />;
    case 'done':
      return <Done files={state.files} next={next} />;
    case 'refused':
      return <ImportErrors errors={state.errors} more={state.more} onReset={onReset} />;
    case 'cancelled':
      return <Ended title="Cancelled" message="Nothing was written." onReset={onReset} />;
    case 'failed':
      return <Ended title="The import did not work" message={state.message} onReset={onReset} />;
  }
}

const PHASES: Readonly<Record<ImportProgress['phase'], string>> = {
  reading: 'Reading',
  checking: 'Checking',
  writing: 'Writing',
};

function Running({ progress, onCancel }: { progress: ImportProgress | null; onCancel: () => void }) {
  const share = progress?.total ? Math.min(100, (100 * progress.rows) / progress.total) : null;
  return (
    <Stack gap="xs">
      <Group justify="space-between" wrap="nowrap">
        <Text fz="sm" role="status" className="qd-figures">
          {progress ? progressWords(progress) : 'Starting'}
        </Text>
        <Button variant="default" size="xs" onClick={onCancel}>
          Cancel
        </Button>
      </Group>
      <Progress value={share ?? 100} animated={share === null} aria-label="Import progress" />
    </Stack>
  );
}

function progressWords({ phase, file, rows, total }: ImportProgress): string {
  const what = [PHASES[phase], file].filter(Boolean).join(' ');
  // while it reads, the server counts bytes
  if (phase === 'reading') return total ? `${what}: ${formatShare(rows / total)}` : what;
  return `${what}: ${formatWhole(rows)}${total === null ? '' : ` of ${formatWhole(total)}`} rows`;
}

function Done({ files, next }: { files: readonly FileResult[]; next: ReactNode }) {
  return (
    <Stack gap="sm">
      <Group gap="xs">
        <CircleCheck size={20} color="var(--mantine-color-anchor)" aria-hidden />
        <Text fw={600} role="status">
          Imported
        </Text>
      </Group>
      <ImportCounts files={files} />
      {next}
    </Stack>
  );
}

function Ended({ title, message, onReset }: { title: string; message: string; onReset: () => void }) {
  return (
    <Alert color="yellow" title={title} role="alert">
      <Text fz="sm" mb="xs">
        {message}
      </Text>
      <Button variant="default" size="xs" onClick={onReset}>
        Start again
      </Button>
    </Alert>
  );
}
