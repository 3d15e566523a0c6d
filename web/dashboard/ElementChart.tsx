import { useMemo } from 'react';
import { Chart } from '../charts/Chart.tsx';
import type { Drawing, DrawingStyle } from '../charts/drawing.ts';
import { useDrawingStyle } from './use-drawing-style.ts';

interface ElementChartProps<Target> {
  readonly label: string;
  readonly height: string;
  readonly renderer?: 'canvas' | 'svg';
  /** Pixels that it is wide on paper, where that is not the width on the screen. */
  readonly paperWidth?: number;
  /** What Enter does at a point, where it does not open its rows. */
  readonly enter?: string;
  /** Keep it the same while the figures are: it draws them anew whenever it changes. */
  readonly draw: (style: DrawingStyle) => Drawing<Target>;
  readonly onOpen: (target: Target) => void;
}

/** A chart of the dashboard, drawn for the room that it has. */
export function ElementChart<Target>(props: ElementChartProps<Target>) {
  const { label, height, renderer, paperWidth, enter, draw, onOpen } = props;
  const { ref, style } = useDrawingStyle();
  const drawing = useMemo(() => style && draw(style), [draw, style]);
  return (
    <div ref={ref} style={{ height }}>
      {drawing ? (
        <Chart
          key={drawing.shape}
          drawing={drawing}
          label={label}
          height={height}
          {...(renderer ? { renderer } : {})}
          {...(enter ? { enter } : {})}
          {...(paperWidth ? { paperWidth } : {})}
          onOpen={onOpen}
        />
      ) : null}
    </div>
  );
}
