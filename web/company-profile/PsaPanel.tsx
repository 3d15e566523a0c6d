import { Badge, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { CompanyPsa } from '../../contract/company-psa.ts';
import { ExplanationTable } from '../companies/ExplanationTable.tsx';
import { syncedInWords } from '../editing/synced.ts';
import { formatDay, formatDayOf } from '../ui/days.ts';
import { LoadFailed } from '../ui/Notes.tsx';
import { formatCount, NONE } from '../ui/numbers.ts';
import { Panel } from '../ui/Panel.tsx';
import classes from './company-profile.module.css';
import { psaQuery } from './queries.ts';

/** What connected systems hold of a company besides contacts and contracts. */
export function PsaPanel({ company }: { readonly company: string }) {
  const psa = useQuery(psaQuery(company));
  return (
    <Panel title="From the PSA">
      {psa.error ? <LoadFailed error={psa.error} onRetry={() => void psa.refetch()} /> : null}
      {psa.isPending ? <Skeleton h={160} /> : null}
      {psa.data?.items.map((held) => (
        <Held key={held.syncedFrom.connection.id} held={held} />
      ))}
    </Panel>
  );
}

function Held({ held }: { readonly held: CompanyPsa }) {
  const { syncedFrom, sites, opportunities, tickets, hours } = held;
  return (
    <Stack gap="md">
      <Text fz="sm" c="dimmed">
        {syncedInWords(syncedFrom)}
      </Text>
      <Part title={formatCount(sites.length, 'site', 'sites')}>
        <Group gap={6}>
          {sites.map(({ name, active, city }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: sites have nothing that tells them apart
            <Badge key={i} variant={active ? 'light' : 'outline'} tt="none">
              {[name, city].filter(Boolean).join(', ')}
              {active ? '' : ' (inactive)'}
            </Badge>
          ))}
        </Group>
      </Part>
      <Part title={formatCount(opportunities.length, 'open opportunity', 'open opportunities')}>
        {opportunities.length > 0 ? <Opportunities rows={opportunities} /> : null}
      </Part>
      <Part
        title={`${formatCount(tickets.created, 'ticket', 'tickets')} in the last 90 days, ${tickets.open} open`}
      >
        {tickets.latest.length > 0 ? <Tickets rows={tickets.latest} /> : null}
      </Part>
      <Part title="Support hours by month">
        <Text fz="sm" className="qd-figures">
          {hours.length === 0 ? NONE : hours.map(({ month, hours }) => `${month}: ${hours}`).join(' · ')}
        </Text>
      </Part>
    </Stack>
  );
}

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section aria-label={title}>
    <Text component="h3" className={classes.term ?? ''} mb={4}>
      {title}
    </Text>
    {children}
  </section>
);

const Opportunities = ({ rows }: { readonly rows: CompanyPsa['opportunities'] }) => (
  <ExplanationTable
    label="Open opportunities in the PSA"
    rows={rows}
    counts={() => true}
    rowKey={({ name, closeOn }) => `${name} ${closeOn}`}
    empty="None"
    columns={[
      { header: 'Opportunity', cell: ({ name }) => name },
      { header: 'Stage', cell: ({ stage }) => stage ?? NONE },
      { header: 'Closes', cell: ({ closeOn }) => (closeOn ? formatDay(closeOn) : NONE) },
      { header: 'Per month', numeric: true, cell: ({ monthly }) => monthly ?? NONE },
      { header: 'One-time', numeric: true, cell: ({ oneTime }) => oneTime ?? NONE },
      {
        header: 'Chance',
        numeric: true,
        cell: ({ probability }) => (probability ? `${probability} %` : NONE),
      },
    ]}
  />
);

const Tickets = ({ rows }: { readonly rows: CompanyPsa['tickets']['latest'] }) => (
  <ExplanationTable
    label="Latest tickets in the PSA"
    rows={rows}
    counts={({ closed }) => !closed}
    rowKey={({ number }) => number}
    empty="None"
    columns={[
      { header: 'Ticket', cell: ({ number }) => number },
      { header: 'Title', cell: ({ title }) => title },
      { header: 'Status', cell: ({ status, closed }) => status ?? (closed ? 'Closed' : 'Open') },
      { header: 'Priority', cell: ({ priority }) => priority ?? NONE },
      { header: 'Created', cell: ({ createdAt }) => formatDayOf(createdAt) },
    ]}
  />
);
