import { Badge, Button, Group, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import Plug from 'lucide-react/icons/plug';
import { useState } from 'react';
import type { Connection } from '../../contract/connections.ts';
import { paths } from '../paths.ts';
import { formatMoment } from '../ui/days.ts';
import { AnchorLink } from '../ui/links.tsx';
import { EmptyNote, LoadFailed } from '../ui/Notes.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import panel from '../ui/Panel.module.css';
import classes from './connections.module.css';
import { NewConnection } from './NewConnection.tsx';
import { connectionsQuery } from './queries.ts';
import { isOpen, progressInWords } from './run-words.ts';
import { StateBadge } from './StateBadge.tsx';

/** The systems that the workspace's data comes from, and how each is in step. */
export function ConnectionsPage() {
  const connections = useQuery(connectionsQuery);
  const [adding, setAdding] = useState(false);
  const items = connections.data;
  const connect = (
    <Button leftSection={<Plug size={16} aria-hidden />} onClick={() => setAdding(true)}>
      Connect a system
    </Button>
  );
  return (
    <>
      <PageHeader title="Connections" note="Companies, contracts, tickets and hours from your PSA">
        {items && items.length > 0 ? connect : null}
      </PageHeader>
      {connections.error && !items ? (
        <LoadFailed error={connections.error} onRetry={() => void connections.refetch()} />
      ) : (
        <div className={panel.panel}>
          {items === undefined ? <Skeleton h={120} /> : null}
          {items?.length === 0 ? (
            <EmptyNote title="Nothing is connected yet" action={connect}>
              Connect ConnectWise PSA, Autotask or HaloPSA, and companies, contacts, contracts, tickets and
              hours stay in step. You see what would change before anything does.
            </EmptyNote>
          ) : null}
          <ul className={classes.list}>
            {items?.map((connection) => (
              <Line key={connection.id} connection={connection} />
            ))}
          </ul>
        </div>
      )}
      {adding ? <NewConnection onClose={() => setAdding(false)} /> : null}
    </>
  );
}

function Line({ connection }: { readonly connection: Connection }) {
  const { id, name, vendorName, state, run } = connection;
  return (
    <li className={classes.line}>
      <div className={classes.what}>
        <AnchorLink {...paths.connection(id)} fw={550}>
          {name}
        </AnchorLink>
        <Text fz="xs" c="dimmed">
          {vendorName}
        </Text>
      </div>
      <Group gap={6}>
        {state === 'setting up' ? <Badge variant="light">Being set up</Badge> : null}
        {state === 'paused' ? (
          <Badge variant="light" color="gray">
            Paused
          </Badge>
        ) : null}
        {run ? <StateBadge state={run.state} /> : null}
      </Group>
      <Text fz="sm" c="dimmed" className="qd-figures">
        {lastInWords(connection)}
      </Text>
    </li>
  );
}

function lastInWords({ run }: Connection): string {
  if (!run) return 'Nothing was read yet';
  if (run.state === 'waiting') return run.message ?? '';
  if (isOpen(run)) return progressInWords(run);
  return `${run.endedAt ? formatMoment(run.endedAt) : ''}${run.message ? `: ${run.message}` : ''}`;
}
