import { useMemo } from 'react';
import { Chart } from '../charts/Chart.tsx';
import { healthDrawing } from '../charts/options/health.ts';
import { statusStyles } from '../charts/status-style.ts';
import { formatShare, formatWhole } from '../ui/numbers.ts';
import { StatusLabel } from '../ui/StatusLabel.tsx';
import classes from './dashboard.module.css';
import { ElementCard } from './ElementCard.tsx';
import type { ElementProps } from './element.ts';
import { FigureTable } from './FigureTable.tsx';
import { useDrawingStyle } from './use-drawing-style.ts';

export function HealthCard({ dashboard, onOpen }: ElementProps) {
  const { ref, style } = useDrawingStyle();
  const drawing = useMemo(() => healthDrawing(dashboard, style), [dashboard, style]);
  const statuses = statusStyles(dashboard.health.map(({ status: name, color }) => ({ name, color })));
  return (
    <ElementCard
      title="Health"
      className={classes.health}
      height="220px"
      chart={(height) => (
        <div ref={ref}>
          <Chart drawing={drawing} label="Health" height={height} onOpen={onOpen} />
        </div>
      )}
      table={
        <FigureTable
          label="Health"
          headers={['Status', 'Companies', 'Share']}
          maxHeight="220px"
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
