import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { Connection } from '../../contract/connections.ts';
import { ApiError } from '../api/call.ts';
import { paths } from '../paths.ts';
import { AnchorLink } from '../ui/links.tsx';
import { EmptyNote, LoadFailed } from '../ui/Notes.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { AccessPanel } from './AccessPanel.tsx';
import classes from './connections.module.css';
import { HookPanel } from './HookPanel.tsx';
import { MappingPanel } from './MappingPanel.tsx';
import { PreviewPanel } from './PreviewPanel.tsx';
import { connectionQuery } from './queries.ts';
import { RunsPanel } from './RunsPanel.tsx';
import { SamplePanel } from './SamplePanel.tsx';
import { SchedulePanel } from './SchedulePanel.tsx';
import { SyncPanel } from './SyncPanel.tsx';

/** One connection: from its credentials to the first sync, and what goes on after that. */
export function ConnectionPage() {
  const { connection: id } = useParams({ from: '/app/settings/connections/$connection' });
  const stored = useQuery(connectionQuery(id));
  const back = <AnchorLink {...paths.connections()}>All connections</AnchorLink>;
  if (stored.data) return <Parts connection={stored.data} back={back} />;
  if (stored.error instanceof ApiError && stored.error.code === 'not_found')
    return (
      <>
        <PageHeader title="Connection" note={back} />
        <EmptyNote title="There is no such connection">It may have been deleted.</EmptyNote>
      </>
    );
  if (stored.error) return <LoadFailed error={stored.error} onRetry={() => void stored.refetch()} />;
  return (
    <>
      <PageHeader title="Connection" note={back} />
      <Skeleton h={480} />
    </>
  );
}

interface PartsProps {
  readonly connection: Connection;
  readonly back: React.ReactNode;
}

/** What has not been read cannot be mapped, and what was never synced has no schedule. */
function Parts({ connection, back }: PartsProps) {
  const { id, name, vendorName, state, run } = connection;
  const hasRead = run !== null && (state !== 'setting up' || run.state === 'waiting');
  return (
    <>
      <PageHeader title={name} note={back}>
        {name === vendorName ? null : vendorName}
      </PageHeader>
      <div className={classes.page}>
        <SyncPanel connection={connection} />
        {hasRead ? <PreviewPanel connection={connection} /> : null}
        {hasRead ? <MappingPanel key={id} connection={connection} /> : null}
        <AccessPanel connection={connection} />
        {state === 'setting up' ? null : <SchedulePanel key={id} connection={connection} />}
        {run ? <RunsPanel connection={connection} /> : null}
        {state === 'setting up' ? null : <HookPanel connection={connection} />}
        <SamplePanel connection={connection} />
      </div>
    </>
  );
}
