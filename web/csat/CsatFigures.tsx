import { Group, Stack, Text, VisuallyHidden } from '@mantine/core';
import type { CompanyCsat } from '../../contract/csat.ts';
import { CSAT_RATINGS, type Tally } from '../../domain/csat/satisfaction.ts';
import { formatCount } from '../ui/numbers.ts';
import { Panel } from '../ui/Panel.tsx';
import classes from './csat.module.css';
import { RATING_NAMES, RatingLabel } from './ratings.tsx';

/** The share of positive answers of the last 90 days, and the answers month by month. */
export function CsatFigures({ csat: { lately, months } }: { readonly csat: CompanyCsat }) {
  const all = sum(lately);
  const most = Math.max(1, ...months.map(sum));
  return (
    <div className={classes.halves}>
      <Panel title="CSAT, last 90 days">
        <div className={`${classes.share} qd-figures`}>
          {all === 0 ? '–' : `${Math.round((100 * lately.positive) / all)}%`}
        </div>
        <Text fz="sm" c="dimmed" mb="xs">
          {all === 0
            ? 'No responses in this time'
            : `positive, of ${formatCount(all, 'response', 'responses')}`}
        </Text>
        <Stack gap={4}>
          {CSAT_RATINGS.map((rating) => (
            <Group key={rating} gap={8} fz="sm" className="qd-figures">
              <RatingLabel rating={rating} />
              <span>{lately[rating]}</span>
            </Group>
          ))}
        </Stack>
      </Panel>
      <Panel title="Responses by month">
        <ul className={classes.months}>
          {months.map((month) => (
            <li key={month.month} className={classes.month}>
              <VisuallyHidden>{inWords(month)}</VisuallyHidden>
              <div className={classes.bar} aria-hidden title={inWords(month)}>
                {[...CSAT_RATINGS]
                  .reverse()
                  .map((rating) =>
                    month[rating] > 0 ? (
                      <div
                        key={rating}
                        className={classes.segment}
                        data-rating={rating}
                        style={{ height: `${(100 * month[rating]) / most}%` }}
                      />
                    ) : null,
                  )}
              </div>
              <span aria-hidden>{shortName(month.month)}</span>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}

const sum = ({ positive, neutral, negative }: Tally) => positive + neutral + negative;

const monthName = (style: 'short' | 'long') =>
  new Intl.DateTimeFormat(undefined, {
    month: style,
    ...(style === 'long' ? { year: 'numeric' as const } : {}),
    timeZone: 'UTC',
  });
const [short, long] = [monthName('short'), monthName('long')];
const shortName = (month: string) => short.format(new Date(`${month}-01T00:00:00Z`));

function inWords(month: CompanyCsat['months'][number]): string {
  const parts = CSAT_RATINGS.map((rating) => `${month[rating]} ${RATING_NAMES[rating].toLowerCase()}`);
  return `${long.format(new Date(`${month.month}-01T00:00:00Z`))}: ${parts.join(', ')}`;
}
