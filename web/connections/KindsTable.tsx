import { Table, Text } from '@mantine/core';
import type { SyncRun } from '../../contract/sync-runs.ts';
import { formatWhole } from '../ui/numbers.ts';
import { KINDS, kindAtHand } from './run-words.ts';

const STATES = { 'to read': 'to come', reading: 'reading', read: 'read', failed: 'failed' } as const;

/** What a sync read of each kind, and what of it was new. */
export function KindsTable({ run }: { readonly run: SyncRun }) {
  const { progress } = run;
  const atHand = kindAtHand(run);
  if (progress.length === 0) return null;
  return (
    <Table.ScrollContainer
      minWidth={480}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': 'What was read' } }}
    >
      <Table fz="sm" className="qd-figures" aria-label="What was read">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Kind</Table.Th>
            <Table.Th ta="right">Read</Table.Th>
            <Table.Th ta="right">New</Table.Th>
            <Table.Th ta="right">Changed</Table.Th>
            <Table.Th ta="right">Gone</Table.Th>
            <Table.Th ta="right">Not readable</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {progress.map((one) => (
            <Table.Tr key={one.kind}>
              <Table.Td>
                {KINDS[one.kind]}
                {one.state === 'read' ? null : (
                  <Text span fz="xs" c={one.state === 'failed' ? 'var(--mantine-color-error)' : 'dimmed'}>
                    {` ${one.kind === atHand ? STATES.reading : STATES[one.state]}`}
                  </Text>
                )}
                {one.message ? (
                  <Text fz="xs" c="dimmed">
                    {one.message}
                  </Text>
                ) : null}
              </Table.Td>
              <Table.Td ta="right">{formatWhole(one.records)}</Table.Td>
              <Table.Td ta="right">{formatWhole(one.created)}</Table.Td>
              <Table.Td ta="right">{formatWhole(one.changed)}</Table.Td>
              <Table.Td ta="right">{formatWhole(one.gone)}</Table.Td>
              <Table.Td ta="right">{formatWhole(one.problems)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
