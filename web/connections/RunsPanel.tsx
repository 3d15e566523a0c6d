import { Button, Modal, Skeleton, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Connection } from '../../contract/connections.ts';
import type { SyncRun } from '../../contract/sync-runs.ts';
import { formatMoment } from '../ui/days.ts';
import { LoadFailed } from '../ui/Notes.tsx';
import { formatWhole } from '../ui/numbers.ts';
import { Panel } from '../ui/Panel.tsx';
import { useFocusBack } from '../ui/use-focus-back.ts';
import { KindsTable } from './KindsTable.tsx';
import { runsQuery } from './queries.ts';
import { KINDS, RUN_KINDS } from './run-words.ts';
import { StateBadge } from './StateBadge.tsx';

/** What was synced before, each with its counts and what could not be read. */
export function RunsPanel({ connection: { id, run } }: { readonly connection: Connection }) {
  const runs = useQuery(runsQuery(id, run));
  const [opened, setOpened] = useState<SyncRun | null>(null);
  return (
    <Panel title="Syncs so far">
      {runs.error && !runs.data ? (
        <LoadFailed error={runs.error} onRetry={() => void runs.refetch()} />
      ) : null}
      {runs.isPending ? <Skeleton h={120} /> : null}
      {runs.data && runs.data.length > 0 ? (
        <Table.ScrollContainer
          minWidth={620}
          mah={420}
          scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': 'Syncs so far' } }}
        >
          <Table fz="sm" className="qd-figures" aria-label="Syncs so far">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>When</Table.Th>
                <Table.Th>What was read</Table.Th>
                <Table.Th>How it went</Table.Th>
                <Table.Th ta="right">Requests</Table.Th>
                <Table.Th />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {runs.data.map((one) => (
                <Row key={one.id} run={one} onOpen={() => setOpened(one)} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      ) : null}
      {opened ? <RunModal run={opened} onClose={() => setOpened(null)} /> : null}
    </Panel>
  );
}

function Row({ run, onOpen }: { readonly run: SyncRun; readonly onOpen: () => void }) {
  const at = formatMoment(run.startedAt ?? run.requestedAt);
  return (
    <Table.Tr>
      <Table.Td>
        {at}
        {run.requestedBy ? (
          <Text fz="xs" c="dimmed">
            asked for by {run.requestedBy.name}
          </Text>
        ) : null}
      </Table.Td>
      <Table.Td>{RUN_KINDS[run.kind]}</Table.Td>
      <Table.Td maw={340}>
        <StateBadge state={run.state} />
        {run.message ? (
          <Text fz="xs" c="dimmed">
            {run.message}
          </Text>
        ) : null}
      </Table.Td>
      <Table.Td ta="right">{formatWhole(run.calls)}</Table.Td>
      <Table.Td>
        <Button
          size="compact-sm"
          variant="default"
          onClick={onOpen}
          aria-label={`What the sync of ${at} read`}
        >
          Open
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}

function RunModal({ run, onClose }: { readonly run: SyncRun; readonly onClose: () => void }) {
  useFocusBack();
  return (
    <Modal
      opened
      onClose={onClose}
      title={`Sync of ${formatMoment(run.startedAt ?? run.requestedAt)}`}
      size="xl"
    >
      <Stack gap="md">
        {run.message ? <Text fz="sm">{run.message}</Text> : null}
        <KindsTable run={run} />
        {run.problems.length > 0 ? (
          <section aria-label="What could not be read">
            <Text fw={550} fz="sm">
              What could not be read
            </Text>
            <ul>
              {run.problems.map(({ kind, record, message }) => (
                <li key={`${kind} ${record} ${message}`}>
                  <Text fz="sm">
                    {KINDS[kind]}
                    {record === null ? '' : ` ${record}`}: {message}
                  </Text>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </Stack>
    </Modal>
  );
}
