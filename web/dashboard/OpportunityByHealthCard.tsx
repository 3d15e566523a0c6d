import { useCallback } from 'react';
import type { DrawingStyle } from '../charts/drawing.ts';
import { opportunityByHealthDrawing } from '../charts/options/opportunity-by-health.ts';
import { statusStyles } from '../charts/status-style.ts';
import { useMoney } from '../me/queries.ts';
import { formatShare } from '../ui/numbers.ts';
import { StatusLabel } from '../ui/StatusLabel.tsx';
import classes from './dashboard.module.css';
import { ElementCard } from './ElementCard.tsx';
import { ElementChart } from './ElementChart.tsx';
import type { ElementProps } from './element.ts';
import { FigureTable } from './FigureTable.tsx';
import { NO_OPPORTUNITY, NothingToDraw } from './NothingToDraw.tsx';

export function OpportunityByHealthCard({ dashboard, onOpen }: ElementProps) {
  const money = useMoney();
  const draw = useCallback(
    (style: DrawingStyle) => opportunityByHealthDrawing(dashboard, style),
    [dashboard],
  );
  const statuses = statusStyles(dashboard.health.map(({ status: name, color }) => ({ name, color })));
  return (
    <ElementCard
      title="Opportunity by Health"
      className={classes.opportunityByHealth}
      chart={(height) =>
        dashboard.stackOpportunity.total === 0 ? (
          <NothingToDraw height={height}>{NO_OPPORTUNITY}</NothingToDraw>
        ) : (
          <ElementChart label="Opportunity by Health" height={height} draw={draw} onOpen={onOpen} />
        )
      }
      table={
        <FigureTable
          label="Opportunity by Health"
          headers={['Status', 'MRR', 'One-time', 'Total', 'Share']}
          maxHeight="var(--chart-height)"
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
