import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { RANKS, type Rank } from '../../domain/dashboard/query.ts';
import { Chart } from '../charts/Chart.tsx';
import { stackByCustomerDrawing } from '../charts/options/stack-by-customer.ts';
import { useMoney } from '../me/queries.ts';
import { formatPercent } from '../ui/numbers.ts';
import classes from './dashboard.module.css';
import { ElementCard } from './ElementCard.tsx';
import type { ElementProps } from './element.ts';
import { FigureTable } from './FigureTable.tsx';
import { OpportunityTile } from './OpportunityTile.tsx';
import { useDrawingStyle } from './use-drawing-style.ts';

const RANK_LABELS: Readonly<Record<Rank, string>> = {
  opportunity: 'Most opportunity',
  mrr: 'Most MRR',
  alignment: 'Least aligned',
};

export function StackByCustomerCard({ dashboard, view, onChange, onOpen }: ElementProps) {
  const { ref, width, style } = useDrawingStyle();
  const { rows } = dashboard.stackByCustomer;
  const lying = width < 900;
  const drawing = useMemo(() => stackByCustomerDrawing(rows, { ...style, lying }), [rows, style, lying]);
  return (
    <ElementCard
      title="Stack by Customer"
      className={classes.stackByCustomer}
      height="420px"
      control={
        <Select
          aria-label="Top ten by"
          size="xs"
          w={150}
          allowDeselect={false}
          data={RANKS.map((rank) => ({ value: rank, label: RANK_LABELS[rank] }))}
          value={view.rank}
          onChange={(rank) => rank && onChange({ rank })}
        />
      }
      chart={(height) => (
        <div ref={ref}>
          <Chart drawing={drawing} label="Stack by Customer" height={height} onOpen={onOpen} />
        </div>
      )}
      table={<CustomerTable dashboard={dashboard} onOpen={onOpen} />}
      footer={<Tiles dashboard={dashboard} />}
    />
  );
}

function Tiles({ dashboard }: Pick<ElementProps, 'dashboard'>) {
  const { rows, totals, selected } = dashboard.stackByCustomer;
  return (
    <div className={classes.tiles}>
      <OpportunityTile
        label={rows.length === 10 ? 'Total opportunity of these ten' : 'Total opportunity of these companies'}
        tile={totals}
      />
      {selected ? <OpportunityTile label={`Opportunity of ${selected.name}`} tile={selected} /> : null}
    </div>
  );
}

function CustomerTable({ dashboard, onOpen }: Pick<ElementProps, 'dashboard' | 'onOpen'>) {
  const money = useMoney();
  return (
    <FigureTable
      label="Stack by Customer"
      headers={['Company', 'MRR', 'One-time (NRR)', 'MRR opportunity', 'One-time opportunity', 'Alignment']}
      maxHeight="420px"
      rows={dashboard.stackByCustomer.rows.map((row) => ({
        key: row.id,
        name: row.name,
        figures: [
          money.full(row.mrr),
          money.full(row.oneTime),
          money.full(row.mrrOpportunity),
          money.full(row.oneTimeOpportunity),
          formatPercent(row.alignment),
        ],
        onOpen: () => onOpen({ element: 'stackByCustomer', slice: row.id, item: null, figure: 'total' }),
      }))}
    />
  );
}
