import { Skeleton, Text } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { useQuery } from '@tanstack/react-query';
import { addDays } from '../../domain/calendar/day.ts';
import type { Day } from '../../domain/portfolio/values.ts';
import { paths } from '../paths.ts';
import { formatDay } from '../ui/days.ts';
import { AnchorLink } from '../ui/links.tsx';
import { LoadFailed } from '../ui/Notes.tsx';
import { Panel } from '../ui/Panel.tsx';
import { FIRST_WEEKDAY } from '../ui/weekdays.ts';
import { Changes } from './Changes.tsx';
import classes from './company-history.module.css';
import type { HistoryView } from './history-view.ts';
import { companyHistoryQuery } from './queries.ts';

interface ComparisonProps {
  readonly company: string;
  readonly view: HistoryView;
  readonly today: Day;
  readonly onChange: (part: Partial<HistoryView>) => void;
}

/** Two days of one's choice, and what changed from the one to the other. */
export function Comparison({ company, view, today, onChange }: ComparisonProps) {
  const { from, to } = view;
  const history = useQuery(companyHistoryQuery(company, from, to));
  const picker = { firstDayOfWeek: FIRST_WEEKDAY, valueFormat: 'MMM D, YYYY' };
  return (
    <Panel title="What changed">
      <div className={classes.days}>
        <DatePickerInput
          {...picker}
          label="From"
          value={from}
          maxDate={addDays(to, -1)}
          onChange={(day) => day && onChange({ from: day })}
        />
        <DatePickerInput
          {...picker}
          label="To"
          value={to}
          minDate={addDays(from, 1)}
          maxDate={today}
          onChange={(day) => day && onChange({ to: day })}
        />
      </div>
      {history.error && !history.data ? (
        <LoadFailed error={history.error} onRetry={() => void history.refetch()} />
      ) : null}
      {history.isPending ? <Skeleton h={160} /> : null}
      {history.data ? (
        <>
          <Text fz="sm" c="dimmed" aria-live="polite" className="qd-figures">
            {comparedWords(history.data.days)}
          </Text>
          <Changes history={history.data} />
          <Text fz="sm" mt="sm">
            Who entered what stands under{' '}
            <AnchorLink {...paths.customerActivity(company)} fz="sm" underline="always">
              Activity
            </AnchorLink>
            .
          </Text>
        </>
      ) : null}
    </Panel>
  );
}

/** Days that are not on record cannot be compared: the first and the last one that are stand for them. */
function comparedWords(days: readonly { readonly date: Day }[]): string {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return 'No day between these two is on record.';
  if (first === last)
    return `Only ${formatDay(first.date)} is on record between these two: nothing to compare it with.`;
  return `On record: from ${formatDay(first.date)} to ${formatDay(last.date)}.`;
}
