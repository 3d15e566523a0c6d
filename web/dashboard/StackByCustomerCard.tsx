import { Select } from '@mantine/core';
import { memo, useCallback } from 'react';
import { RANKS, type Rank } from '../../domain/dashboard/query.ts';
import type { DrawingStyle } from '../charts/drawing.ts';
import { stackByCustomerDrawing } from '../charts/options/stack-by-customer.ts';
import { useMoney } from '../me/queries.ts';
import { formatPercent } from '../ui/numbers.ts';
import classes from './dashboard.module.css';
import { ElementCard } from './ElementCard.tsx';
import { ElementChart } from './ElementChart.tsx';
import type { ElementProps } from './element.ts';
import { FigureTable } from './FigureTable.tsx';
import { OpportunityTile } from './OpportunityTile.tsx';

const RANK_LABELS: Readonly<Record<Rank, string>> = {
  opportunity: 'Most opportunity',
  mrr: 'Most MRR',
  alignment: 'Least aligned',
};

export function StackByCustomerCard({ dashboard, options, onChange, onOpen }: ElementProps) {
  const { rows } = dashboard.stackByCustomer;
  const draw = useCallback((style: DrawingStyle) => stackByCustomerDrawing(rows, style), [rows]);
  return (
    <ElementCard
      title="Stack by Customer"
      className={classes.stackByCustomer}
      control={<RankSelect rank={options.rank} onChange={onChange} />}
      chart={(height) => (
        <ElementChart label="Stack by Customer" height={height} draw={draw} onOpen={onOpen} />
      )}
      table={<CustomerTable dashboard={dashboard} onOpen={onOpen} />}
      footer={<Tiles dashboard={dashboard} />}
    />
  );
}

const RANK_CHOICES = RANKS.map((rank) => ({ value: rank, label: RANK_LABELS[rank] }));

const RankSelect = memo(function RankSelect({
  rank,
  onChange,
}: Pick<ElementProps, 'onChange'> & { readonly rank: Rank }) {
  return (
    <Select
      aria-label="Top ten by"
      size="xs"
      w={150}
      allowDeselect={false}
      data={RANK_CHOICES}
      value={rank}
      onChange={(chosen) => chosen && onChange({ rank: chosen })}
    />
  );
});

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
      maxHeight="var(--chart-height)"
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
