import { Alert, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Connection } from '../../contract/connections.ts';
import type { SyncPreview } from '../../contract/sync-preview.ts';
import { useMoney } from '../me/queries.ts';
import { LoadFailed } from '../ui/Notes.tsx';
import { formatCount, formatWhole } from '../ui/numbers.ts';
import { Panel } from '../ui/Panel.tsx';
import { PreviewedCompanies } from './PreviewedCompanies.tsx';
import { previewQuery } from './queries.ts';

/** What a sync would do to the portfolio by what was read and the settings as they are. */
export function PreviewPanel({ connection }: { readonly connection: Connection }) {
  const preview = useQuery(previewQuery(connection));
  const title = connection.state === 'setting up' ? 'What the first sync would do' : 'How it stands';
  return (
    <Panel title={title}>
      {preview.error && !preview.data ? (
        <LoadFailed error={preview.error} onRetry={() => void preview.refetch()} />
      ) : null}
      {preview.data ? <Preview connection={connection} preview={preview.data} /> : null}
      {preview.isPending ? <Skeleton h={320} /> : null}
    </Panel>
  );
}

interface PreviewProps {
  readonly connection: Connection;
  readonly preview: SyncPreview;
}

function Preview({ connection, preview }: PreviewProps) {
  const money = useMoney();
  const { mrr, unmappedPeriods, warnings, companies } = preview;
  return (
    <Stack gap="md">
      <Group gap="xl" className="qd-figures">
        <Figure label="MRR now" value={money.full(mrr.before)} />
        <Figure label="MRR after it" value={money.full(mrr.after)} />
        {(['companies', 'contacts', 'contracts', 'contractLines'] as const).map((kind) => (
          <Figure key={kind} label={LABELS[kind]} value={changes(preview.changes[kind])} />
        ))}
      </Group>
      {unmappedPeriods.length > 0 ? (
        <Alert color="yellow" title="Billing periods that nobody has mapped make no MRR" p="sm">
          <ul>
            {unmappedPeriods.map(({ code, label, items }) => (
              <li key={code}>
                {label || code || 'None named'}:{' '}
                {formatCount(items, 'contract or line', 'contracts and lines')}
              </li>
            ))}
          </ul>
        </Alert>
      ) : null}
      {warnings.length > 0 ? (
        <Alert color="yellow" title="To know" p="sm">
          <ul>
            {warnings.map(({ message }) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        </Alert>
      ) : null}
      <PreviewedCompanies connection={connection} companies={companies} />
    </Stack>
  );
}

const LABELS = {
  companies: 'Companies',
  contacts: 'Contacts',
  contracts: 'Contracts',
  contractLines: 'Contract lines',
} as const;

function changes({ create, update, deactivate }: SyncPreview['changes']['companies']): string {
  const parts = [
    [create, 'new'],
    [update, 'changed'],
    [deactivate, 'deactivated'],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, word]) => `${formatWhole(count)} ${word}`);
  return said.length === 0 ? 'as they are' : said.join(', ');
}

function Figure({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div>
      <Text fz="xs" c="dimmed">
        {label}
      </Text>
      <Text fw={600}>{value}</Text>
    </div>
  );
}
