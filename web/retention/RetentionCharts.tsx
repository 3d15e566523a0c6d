import { useCallback } from 'react';
import { EXPLAINED_NAMES } from '../../domain/retention/definitions.ts';
import type { DrawingStyle } from '../charts/drawing.ts';
import { type ChartedMonth, retentionMovementsDrawing } from '../charts/options/retention-movements.ts';
import { retentionRatesDrawing } from '../charts/options/retention-rates.ts';
import { ElementCard } from '../dashboard/ElementCard.tsx';
import { ElementChart } from '../dashboard/ElementChart.tsx';
import { FigureTable } from '../dashboard/FigureTable.tsx';
import { useMoney } from '../me/queries.ts';
import { formatShare } from '../ui/numbers.ts';
import { LEDGER, RATES } from './figure-names.ts';
import type { RetentionOpening } from './queries.ts';
import classes from './retention.module.css';

interface RetentionChartProps {
  readonly months: readonly ChartedMonth[];
  readonly onOpen: (opening: RetentionOpening) => void;
}

/** What moved MRR, month by month. */
export function MovementsCard({ months, onOpen }: RetentionChartProps) {
  const money = useMoney();
  const draw = useCallback((style: DrawingStyle) => retentionMovementsDrawing(months, style), [months]);
  return (
    <ElementCard
      title="MRR movements"
      className={classes.movements}
      chart={(height) => <ElementChart label="MRR movements" height={height} draw={draw} onOpen={onOpen} />}
      table={
        <FigureTable
          label="MRR movements"
          headers={['Month', ...LEDGER.map((line) => EXPLAINED_NAMES[line])]}
          maxHeight="var(--chart-height)"
          rows={months.map(({ month, name, figures }) => ({
            key: month,
            name,
            figures: LEDGER.map((line) => (figures ? money.full(figures[line].mrr) : '–')),
            onOpen: () => onOpen({ month, figure: 'end' }),
          }))}
        />
      }
    />
  );
}

/** Retention and CSAT, month by month. */
export function RatesCard({ months, onOpen }: RetentionChartProps) {
  const draw = useCallback((style: DrawingStyle) => retentionRatesDrawing(months, style), [months]);
  return (
    <ElementCard
      title="Retention rates"
      className={classes.rates}
      chart={(height) => <ElementChart label="Retention rates" height={height} draw={draw} onOpen={onOpen} />}
      table={
        <FigureTable
          label="Retention rates"
          headers={['Month', ...RATES.map((rate) => EXPLAINED_NAMES[rate]), EXPLAINED_NAMES.csat]}
          maxHeight="var(--chart-height)"
          rows={months.map(({ month, name, figures, csat }) => ({
            key: month,
            name,
            figures: [
              ...RATES.map((rate) => formatShare(figures?.retention[rate] ?? null)),
              formatShare(csat),
            ],
            onOpen: () => onOpen({ month, figure: 'retention' }),
          }))}
        />
      }
    />
  );
}
