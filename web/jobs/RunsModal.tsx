import { Badge, Modal, Skeleton, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Job, JobRun } from '../../contract/jobs.ts';
import { formatMoment } from '../ui/days.ts';
import { EmptyNote, LoadFailed } from '../ui/Notes.tsx';
import { NONE } from '../ui/numbers.ts';
import { jobRunsQuery } from './queries.ts';
import { durationOf, OUTCOMES } from './run-words.ts';

/** What a job did before, newest first. */
export function RunsModal({ job, onClose }: { readonly job: Job; readonly onClose: () => void }) {
  const runs = useQuery(jobRunsQuery(job.id));
  return (
    <Modal opened onClose={onClose} title={`Runs of “${job.name}”`} size="xl">
      {runs.error ? <LoadFailed error={runs.error} onRetry={() => void runs.refetch()} /> : null}
      {runs.isPending ? <Skeleton h={160} /> : null}
      {runs.data && runs.data.items.length === 0 ? (
        <EmptyNote title="It has not run yet">A server takes it up when it is due.</EmptyNote>
      ) : null}
      {runs.data && runs.data.items.length > 0 ? <Runs job={job} runs={runs.data.items} /> : null}
    </Modal>
  );
}

function Runs({ job, runs }: { readonly job: Job; readonly runs: readonly JobRun[] }) {
  const label = `Runs of ${job.name}`;
  return (
    <Table.ScrollContainer
      minWidth={560}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': label } }}
    >
      <Table aria-label={label} className="qd-figures">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Started</Table.Th>
            <Table.Th>Took</Table.Th>
            <Table.Th>Outcome</Table.Th>
            <Table.Th>What was done</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {runs.map((run) => (
            <Table.Tr key={run.id}>
              <Table.Td>
                <Text fz="sm">{formatMoment(run.startedAt)}</Text>
                {run.requestedBy ? (
                  <Text fz="xs" c="dimmed">
                    asked for by {run.requestedBy.name}
                  </Text>
                ) : null}
              </Table.Td>
              <Table.Td>{durationOf(run) ?? NONE}</Table.Td>
              <Table.Td>
                <OutcomeBadge outcome={run.outcome} />
              </Table.Td>
              <Table.Td>{run.message ?? NONE}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

export function OutcomeBadge({ outcome }: { readonly outcome: JobRun['outcome'] }) {
  const { label, color } = OUTCOMES[outcome];
  return (
    <Badge color={color} variant="light">
      {label}
    </Badge>
  );
}
