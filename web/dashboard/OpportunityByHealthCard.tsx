import { useMemo } from 'react';
import { Chart } from '../charts/Chart.tsx';
import { opportunityByHealthDrawing } from '../charts/options/opportunity-by-health.ts';
import { statusStyles } from '../charts/status-style.ts';
import { useMoney } from '../me/queries.ts';
import { formatShare } from '../ui/numbers.ts';
import { StatusLabel } from '../ui/StatusLabel.tsx';
import classes from './dashboard.module.css';
import { ElementCard } from './ElementCard.tsx';
import type { ElementProps } from './element.ts';
import { FigureTable } from './FigureTable.tsx';
import { NoOpportunity } from './NoOpportunity.tsx';
import { useDrawingStyle } from './use-drawing-style.ts';

export function OpportunityByHealthCard({ dashboard, onOpen }: ElementProps) {
  const money = useMoney();
  const { ref, style } = useDrawingStyle();
  const drawing = useMemo(() => opportunityByHealthDrawing(dashboard, style), [dashboard, style]);
  const statuses = statusStyles(dashboard.health.map(({ status: name, color }) => ({ name, color })));
  return (
    <ElementCard
      title="Opportunity by Health"
      className={classes.opportunityByHealth}
      height="220px"
      chart={(height) =>
        dashboard.stackOpportunity.total === 0 ? (
          <NoOpportunity height={height} />
        ) : (
          <div ref={ref}>
            <Chart drawing={drawing} label="Opportunity by Health" height={height} onOpen={onOpen} />
          </div>
        )
      }
      table={
        <FigureTable
          label="Opportunity by Health"
          headers={['Status', 'MRR', 'One-time', 'Total', 'Share']}
          maxHeight="220px"
          rows={dashboard.opportunityByHealth.map(({ status, mrr, oneTime, total, share }, index) => ({
            key: status,
            name: <StatusLabel name={status} status={statuses[index]} />,
            figures: [money.full(mrr), money.full(oneTime), money.full(total), formatShare(share)],
            onOpen: () => onOpen({ element: 'opportunityByHealth', slice: status, item: null, figure: null }),
          }))}
        />
      }
    />
  );
}
