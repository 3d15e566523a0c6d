import { useCallback } from 'react';
import type { Day } from '../../domain/portfolio/values.ts';
import type { DrawingStyle } from '../charts/drawing.ts';
import {
  type HistoryDay,
  mrrHistoryDrawing,
  scoreHistoryDrawing,
} from '../charts/options/company-history.ts';
import { ElementCard } from '../dashboard/ElementCard.tsx';
import { ElementChart } from '../dashboard/ElementChart.tsx';
import { FigureTable } from '../dashboard/FigureTable.tsx';
import { useMoney } from '../me/queries.ts';
import { formatDay } from '../ui/days.ts';
import { formatPercent, formatWhole, NONE } from '../ui/numbers.ts';
import classes from './company-history.module.css';
import type { HistoryView } from './history-view.ts';

interface HistoryChartsProps {
  readonly days: readonly HistoryDay[];
  readonly compared: HistoryView;
  /** A day is to be compared. */
  readonly onDay: (day: Day) => void;
}

const ENTER = 'compares its day';

/** MRR, and the scores, over the days on record. */
export function HistoryCharts({ days, compared: { from, to }, onDay }: HistoryChartsProps) {
  const money = useMoney();
  const drawMrr = useCallback(
    (style: DrawingStyle) => mrrHistoryDrawing(days, { from, to }, style),
    [days, from, to],
  );
  const drawScores = useCallback(
    (style: DrawingStyle) => scoreHistoryDrawing(days, { from, to }, style),
    [days, from, to],
  );
  const rows = (figures: (day: HistoryDay) => readonly string[]) =>
    days.toReversed().map((day) => ({
      key: day.date,
      name: formatDay(day.date),
      figures: figures(day),
      onOpen: () => onDay(day.date),
    }));
  return (
    <div className={classes.charts}>
      <ElementCard
        title="MRR over time"
        className={classes.chart}
        chart={(height) => (
          <ElementChart label="MRR over time" height={height} draw={drawMrr} enter={ENTER} onOpen={onDay} />
        )}
        table={
          <FigureTable
            label="MRR over time"
            headers={['Day', 'MRR']}
            maxHeight="var(--chart-height)"
            rows={rows(({ mrr }) => [mrr === null ? NONE : money.full(mrr)])}
          />
        }
      />
      <ElementCard
        title="Scores over time"
        className={classes.chart}
        chart={(height) => (
          <ElementChart
            label="Scores over time"
            height={height}
            draw={drawScores}
            enter={ENTER}
            onOpen={onDay}
          />
        )}
        table={
          <FigureTable
            label="Scores over time"
            headers={['Day', 'Health', 'Effort', 'Alignment']}
            maxHeight="var(--chart-height)"
            rows={rows(({ health, effort, alignment }) => [
              formatWhole(health),
              formatWhole(effort),
              formatPercent(alignment),
            ])}
          />
        }
      />
    </div>
  );
}
