import { Group, Skeleton, Table, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import History from 'lucide-react/icons/history';
import Play from 'lucide-react/icons/play';
import { useState } from 'react';
import { type Job, runJob } from '../../contract/jobs.ts';
import { call } from '../api/call.ts';
import { SettingsTable } from '../permissions/SettingsTable.tsx';
import { formatMoment } from '../ui/days.ts';
import { FormError } from '../ui/FormError.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { LoadFailed } from '../ui/Notes.tsx';
import { NONE } from '../ui/numbers.ts';
import { PageHeader } from '../ui/PageHeader.tsx';
import panel from '../ui/Panel.module.css';
import { jobsQuery } from './queries.ts';
import { OutcomeBadge, RunsModal } from './RunsModal.tsx';
import { durationOf } from './run-words.ts';

/** What the server does by itself: when it did it last, how that went, and when it will again. */
export function JobsPage() {
  const jobs = useQuery(jobsQuery);
  const queryClient = useQueryClient();
  const [opened, setOpened] = useState<Job | null>(null);
  const run = useMutation({
    mutationFn: (id: string) => call(runJob, { params: { id } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: jobsQuery.queryKey }),
  });
  return (
    <>
      <PageHeader title="Jobs" note="What the server does by itself, and how it went" />
      <FormError error={run.error} />
      {jobs.error && !jobs.data ? (
        <LoadFailed error={jobs.error} onRetry={() => void jobs.refetch()} />
      ) : (
        <div className={panel.panel}>
          {jobs.data ? (
            <SettingsTable label="Jobs" headers={['Job', 'Last run', 'Outcome', 'Next run', 'Actions']}>
              {jobs.data.items.map((job) => (
                <Row key={job.id} job={job} onRun={() => run.mutate(job.id)} onOpen={() => setOpened(job)} />
              ))}
            </SettingsTable>
          ) : (
            <Skeleton h={200} />
          )}
        </div>
      )}
      {opened ? <RunsModal job={opened} onClose={() => setOpened(null)} /> : null}
    </>
  );
}

interface RowProps {
  readonly job: Job;
  readonly onRun: () => void;
  readonly onOpen: () => void;
}

function Row({ job, onRun, onOpen }: RowProps) {
  const { lastRun, running } = job;
  const took = lastRun ? durationOf(lastRun) : null;
  return (
    <Table.Tr>
      <Table.Td miw={220}>
        <Text fz="sm" fw={550}>
          {job.name}
        </Text>
        <Text fz="xs" c="dimmed" maw={360}>
          {job.description} {job.schedule}.
        </Text>
      </Table.Td>
      <Table.Td className="qd-figures">
        {lastRun ? formatMoment(lastRun.startedAt) : 'never'}
        {took ? (
          <Text fz="xs" c="dimmed">
            took {took}
          </Text>
        ) : null}
      </Table.Td>
      <Table.Td maw={280}>
        {lastRun ? <OutcomeBadge outcome={lastRun.outcome} /> : NONE}
        {lastRun?.message ? (
          <Text fz="xs" c="dimmed">
            {lastRun.message}
          </Text>
        ) : null}
        {job.failures > 1 ? (
          <Text fz="xs" c="dimmed">
            failed {job.failures} times in a row
          </Text>
        ) : null}
      </Table.Td>
      <Table.Td className="qd-figures">{nextInWords(job)}</Table.Td>
      <Table.Td>
        <Group gap={4} wrap="nowrap">
          <IconButton
            icon={Play}
            label={`Run “${job.name}” now`}
            variant="default"
            onClick={onRun}
            disabled={running || isDue(job)}
          />
          <IconButton icon={History} label={`Runs of “${job.name}”`} onClick={onOpen} />
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}

function isDue({ nextRunAt }: Job): boolean {
  return nextRunAt !== null && Date.parse(nextRunAt) <= Date.now();
}

function nextInWords(job: Job): string {
  if (job.running) return 'running';
  if (job.nextRunAt === null || isDue(job)) return 'in a few seconds';
  return formatMoment(job.nextRunAt);
}
