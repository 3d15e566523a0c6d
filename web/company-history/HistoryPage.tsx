import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { addMonths } from '../../domain/calendar/day.ts';
import type { Day } from '../../domain/portfolio/values.ts';
import { useMe } from '../me/queries.ts';
import { paths } from '../paths.ts';
import { EmptyNote, LoadFailed } from '../ui/Notes.tsx';
import { Comparison } from './Comparison.tsx';
import classes from './company-history.module.css';
import { HistoryCharts } from './HistoryCharts.tsx';
import { type HistoryView, historySearch, readHistoryView } from './history-view.ts';
import { companyHistoryQuery } from './queries.ts';

/** How a company's figures moved day by day, and what changed between two days and why. */
export function HistoryPage() {
  const { id } = useParams({ from: '/app/customers/$id' });
  const { asOf } = useMe().workspace;
  const { view, change } = useHistoryView(id, asOf);
  const [first] = [view.from, addMonths(asOf, -12)].sort();
  const shown = useQuery(companyHistoryQuery(id, first!, asOf));
  if (shown.error && !shown.data)
    return <LoadFailed error={shown.error} onRetry={() => void shown.refetch()} />;
  if (!shown.data) return <Skeleton h={420} />;
  if (shown.data.days.length === 0)
    return (
      <EmptyNote title="No day of this customer is on record yet">
        Every night the figures of each customer are kept. From tomorrow on this page shows how they move; as
        soon as there are two days, what changed between them, and why.
      </EmptyNote>
    );
  // a point chooses the earlier day, and beyond the later one, that
  const choose = (day: Day) => change(day < view.to ? { from: day } : { to: day });
  return (
    <div className={classes.page}>
      <HistoryCharts days={shown.data.days} compared={view} onDay={choose} />
      <Comparison company={id} view={view} today={asOf} onChange={change} />
    </div>
  );
}

/** The two days that the address says, and how to choose others. */
function useHistoryView(id: string, today: Day) {
  const view = readHistoryView(useSearch({ from: '/app/customers/$id/history' }), today);
  const navigate = useNavigate();
  const change = (part: Partial<HistoryView>) =>
    void navigate({
      ...paths.customerHistory(id, historySearch({ ...view, ...part }, today)),
      replace: true,
      resetScroll: false,
    });
  return { view, change };
}
