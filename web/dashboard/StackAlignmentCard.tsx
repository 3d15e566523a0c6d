import { useCallback } from 'react';
import type { DrawingStyle } from '../charts/drawing.ts';
import { alignedWords, stackAlignmentDrawing } from '../charts/options/stack-alignment.ts';
import { useMoney } from '../me/queries.ts';
import classes from './dashboard.module.css';
import { ElementCard } from './ElementCard.tsx';
import { ElementChart } from './ElementChart.tsx';
import type { ElementProps } from './element.ts';
import { FigureTable } from './FigureTable.tsx';
import { NothingToDraw } from './NothingToDraw.tsx';

export function StackAlignmentCard({ dashboard, onOpen }: ElementProps) {
  const money = useMoney();
  const items = dashboard.stackAlignment;
  const draw = useCallback((style: DrawingStyle) => stackAlignmentDrawing(items, style), [items]);
  return (
    <ElementCard
      title="Stack Alignment"
      className={classes.stackAlignment}
      chart={(height) =>
        items.length === 0 ? (
          <NothingToDraw height={height}>No stack item applies to these customers.</NothingToDraw>
        ) : (
          <ElementChart label="Stack Alignment" height={height} draw={draw} onOpen={onOpen} />
        )
      }
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
          maxHeight="var(--chart-height)"
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
