import { useCallback } from 'react';
import type { DrawingStyle } from '../charts/drawing.ts';
import { healthDrawing } from '../charts/options/health.ts';
import { statusStyles } from '../charts/status-style.ts';
import { formatShare, formatWhole } from '../ui/numbers.ts';
import { StatusLabel } from '../ui/StatusLabel.tsx';
import classes from './dashboard.module.css';
import { ElementCard } from './ElementCard.tsx';
import { ElementChart } from './ElementChart.tsx';
import type { ElementProps } from './element.ts';
import { FigureTable } from './FigureTable.tsx';

export function HealthCard({ dashboard, onOpen }: ElementProps) {
  const draw = useCallback((style: DrawingStyle) => healthDrawing(dashboard, style), [dashboard]);
  const statuses = statusStyles(dashboard.health.map(({ status: name, color }) => ({ name, color })));
  return (
    <ElementCard
      title="Health"
      className={classes.health}
      chart={(height) => <ElementChart label="Health" height={height} draw={draw} onOpen={onOpen} />}
      table={
        <FigureTable
          label="Health"
          headers={['Status', 'Companies', 'Share']}
          maxHeight="var(--chart-height)"
          rows={dashboard.health.map(({ status, companies, share }, index) => ({
            key: status,
            name: <StatusLabel name={status} status={statuses[index]} />,
            figures: [formatWhole(companies), formatShare(share)],
            onOpen: () => onOpen({ element: 'health', slice: status, item: null, figure: null }),
          }))}
        />
      }
    />
  );
}
