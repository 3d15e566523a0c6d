import { Button, Group, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Retention } from '../../contract/retention.ts';
import { monthOf } from '../../domain/calendar/month.ts';
import { NoCompanyYet } from '../companies/NoCompanyYet.tsx';
import { FilterButton } from '../dashboard/FilterButton.tsx';
import { FilterRibbon } from '../dashboard/FilterRibbon.tsx';
import { NO_FILTERS } from '../dashboard/filters.ts';
import { useMe } from '../me/queries.ts';
import { DownloadCsv } from '../ui/DownloadCsv.tsx';
import { formatDay } from '../ui/days.ts';
import { monthName, shortMonth } from '../ui/months.ts';
import { EmptyNote, LoadFailed } from '../ui/Notes.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { BreakdownPanel } from './BreakdownPanel.tsx';
import { definitionOf } from './figure-names.ts';
import { LedgerPanel } from './LedgerPanel.tsx';
import { type RetentionOpening, retentionCsvUrl, retentionQuery } from './queries.ts';
import { RateTiles } from './RateTiles.tsx';
import { MovementsCard, RatesCard } from './RetentionCharts.tsx';
import { RetentionControls } from './RetentionControls.tsx';
import { RetentionRowsDrawer } from './RetentionRowsDrawer.tsx';
import classes from './retention.module.css';
import { RETENTION_FILTERS, type RetentionView } from './retention-view.ts';
import { useRetentionView } from './use-retention-view.ts';

/** What moved MRR and what was kept of clients and revenue, month by month. */
export function RetentionPage() {
  if (useMe().companies > 0) return <PortfolioRetention />;
  return (
    <>
      <PageHeader title="Retention" />
      <NoCompanyYet shows="which clients and how much MRR you kept, month by month" />
    </>
  );
}

function PortfolioRetention() {
  const { workspace } = useMe();
  const { view, change, choices, checked } = useRetentionView();
  const retention = useQuery({ ...retentionQuery(view, workspace.asOf), enabled: checked });
  const { data } = retention;
  const error = data ? null : (retention.error ?? choices.error);
  const retry = () => {
    void retention.refetch();
    void choices.refetch();
  };
  return (
    <>
      <PageHeader
        title="Retention"
        note={data?.history ? `History begins on ${formatDay(data.history.from)}` : null}
      >
        <Group gap="xs" wrap="nowrap">
          <DownloadCsv href={retentionCsvUrl(view, workspace.asOf)} />
          {choices.data ? (
            <FilterButton
              view={view}
              choices={choices.data}
              onToggle={() => change({ ribbon: !view.ribbon })}
            />
          ) : null}
        </Group>
      </PageHeader>
      {view.ribbon && choices.data ? (
        <FilterRibbon view={view} filters={RETENTION_FILTERS} choices={choices.data} onChange={change} />
      ) : null}
      {error ? <LoadFailed error={error} onRetry={retry} /> : null}
      {data || error ? null : <Skeleton h={560} />}
      {data ? <Months data={data} view={view} onChange={change} /> : null}
    </>
  );
}

interface MonthsProps {
  readonly data: Retention;
  readonly view: RetentionView;
  readonly onChange: (change: Partial<RetentionView>) => void;
}

function Months({ data, view, onChange }: MonthsProps) {
  const [opening, setOpening] = useState<RetentionOpening | null>(null);
  const months = useMemo(() => {
    const begun = data.history ? monthOf(data.history.from) : '';
    return data.months.filter(({ month }) => month >= begun);
  }, [data]);
  const charted = useMemo(
    () =>
      months.map(({ month, figures, csat, ongoing }) => ({
        month,
        name: ongoing ? `${shortMonth(month)} so far` : shortMonth(month),
        figures,
        csat: csat.share,
      })),
    [months],
  );
  const known = months.filter(({ figures }) => figures !== null);
  const month =
    known.find((one) => one.month === view.month) ??
    known.findLast(({ ongoing }) => !ongoing) ??
    known.at(-1);
  if (!month?.figures) return <NoHistory data={data} view={view} onChange={onChange} />;
  const open = (part: Omit<RetentionOpening, 'month'>) => setOpening({ ...part, month: month.month });
  const at = data.months.indexOf(month);
  return (
    <>
      <RetentionControls view={view} months={known} month={month.month} onChange={onChange} />
      <Text fz="sm" c="dimmed" mb="sm" className="qd-figures">
        {monthName(month.month)}
        {month.ongoing ? ' so far' : ''}: from {formatDay(month.start!)} to {formatDay(month.end!)}
      </Text>
      <RateTiles month={month} onOpen={(figure) => open({ figure })} />
      <div className={classes.page}>
        <LedgerPanel figures={month.figures} onOpen={(figure) => open({ figure })} />
        <div className={classes.charts}>
          <MovementsCard months={charted} onOpen={setOpening} />
          <RatesCard months={charted} onOpen={setOpening} />
        </div>
      </div>
      <BreakdownPanel
        by={view.by}
        onBy={(by) => onChange({ by })}
        groups={data.groups.map(({ id, name, months: of }) => ({ id, name, ...of[at]! }))}
        whole={month}
        onOpen={open}
      />
      <Text fz="xs" c="dimmed" mt="sm">
        {definitionOf('history')}
      </Text>
      {opening ? (
        <RetentionRowsDrawer view={view} opening={opening} onClose={() => setOpening(null)} />
      ) : null}
    </>
  );
}

/** Said where figures would stand if two days could be compared. */
function NoHistory({ data: { history }, view, onChange }: MonthsProps) {
  if (history === null)
    return (
      <EmptyNote title="History begins tonight">
        Every night the figures of each company are kept. As soon as there are two days to compare, this page
        shows what moved MRR, and what you kept.
      </EmptyNote>
    );
  if (view.over === 'year')
    return (
      <EmptyNote
        title="There is no year of history yet"
        action={
          <Button variant="default" mt="xs" onClick={() => onChange({ over: 'month' })}>
            Measure over the month
          </Button>
        }
      >
        History begins on {formatDay(history.from)}. Twelve months can be compared from a year after that day
        on.
      </EmptyNote>
    );
  return (
    <EmptyNote
      title={`History begins on ${formatDay(history.from)}`}
      action={
        RETENTION_FILTERS.some((name) => view[name].length > 0) ? (
          <Button variant="default" mt="xs" onClick={() => onChange(NO_FILTERS)}>
            Clear filters
          </Button>
        ) : null
      }
    >
      As soon as a second day is on record, this page shows what moved MRR, and what you kept.
    </EmptyNote>
  );
}
