import { useMemo } from 'react';
import { Chart } from '../charts/Chart.tsx';
import { alignedWords, stackAlignmentDrawing } from '../charts/options/stack-alignment.ts';
import { useMoney } from '../me/queries.ts';
import classes from './dashboard.module.css';
import { ElementCard } from './ElementCard.tsx';
import type { ElementProps } from './element.ts';
import { FigureTable } from './FigureTable.tsx';
import { useDrawingStyle } from './use-drawing-style.ts';

export function StackAlignmentCard({ dashboard, onOpen }: ElementProps) {
  const money = useMoney();
  const { ref, width, style } = useDrawingStyle();
  const items = dashboard.stackAlignment;
  const lying = width < 900;
  const drawing = useMemo(() => stackAlignmentDrawing(items, { ...style, lying }), [items, style, lying]);
  return (
    <ElementCard
      title="Stack Alignment"
      className={classes.stackAlignment}
      height="400px"
      chart={(height) => (
        <div ref={ref}>
          <Chart drawing={drawing} label="Stack Alignment" height={height} onOpen={onOpen} />
        </div>
      )}
      table={
        <FigureTable
          label="Stack Alignment"
          headers={[
            'Stack item',
            'Current MRR',
            'MRR opportunity',
            'One-time opportunity',
            'Companies aligned',
          ]}
          maxHeight="400px"
          rows={items.map((item) => ({
            key: item.id,
            name: item.name,
            figures: [
              money.full(item.currentMrr),
              money.full(item.mrrOpportunity),
              money.full(item.oneTimeOpportunity),
              alignedWords(item),
            ],
            onOpen: () => onOpen({ element: 'stackAlignment', slice: item.id, item: null, figure: 'total' }),
          }))}
        />
      }
    />
  );
}
