import { Button, Skeleton, VisuallyHidden } from '@mantine/core';
import { type CSSProperties, type KeyboardEvent, useState } from 'react';
import classes from './Chart.module.css';
import type { Drawing } from './drawing.ts';
import { useChart } from './use-chart.ts';
import { walk } from './walk.ts';

interface ChartProps<Target> {
  readonly drawing: Drawing<Target>;
  /** The chart's name. */
  readonly label: string;
  readonly height: CSSProperties['height'];
  /** Canvas for very many points; SVG stays sharp at any size. */
  readonly renderer?: 'canvas' | 'svg';
  /** Pixels that it is wide on paper, where that is not the width on the screen. */
  readonly paperWidth?: number;
  /** What Enter does at a point, where it does not open its rows. */
  readonly enter?: string;
  readonly onOpen: (target: Target) => void;
}

const OPENS_ROWS = 'opens the rows behind a point';

/**
 * Draws a chart and lets it be used: by mouse (hover, click) and by keyboard (Tab to it, arrows walk its points, Enter
 * opens, Escape leaves), with every point said in words.
 */
export function Chart<Target>(props: ChartProps<Target>) {
  const { drawing, label, height, renderer = 'svg', paperWidth, enter = OPENS_ROWS, onOpen } = props;
  const { ref, ready, zoomed, resetZoom, show } = useChart(drawing, renderer, onOpen, paperWidth);
  const [at, setAt] = useState(-1);
  const point = drawing.points[at];

  const goTo = (next: number) => {
    setAt(next);
    show(drawing.points[next] ?? null);
  };
  const press = (event: KeyboardEvent) => {
    const next = walk(event.key, at, drawing.points.length);
    const opens = event.key === 'Enter' || event.key === ' ';
    if (next !== null) goTo(next);
    else if (opens && point) onOpen(point.target);
    else if (opens && drawing.middle !== undefined) onOpen(drawing.middle);
    else if (event.key === 'Escape' && at >= 0) goTo(-1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={classes.place}>
      <div
        className={classes.frame}
        style={{ height }}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the chart is walked by keyboard
        tabIndex={0}
        role="application"
        aria-roledescription="chart"
        aria-label={`${label}. ${drawing.summary} Arrow keys walk through it, Enter ${enter}.`}
        onKeyDown={press}
        onBlur={() => at >= 0 && goTo(-1)}
      >
        {ready ? null : <Skeleton pos="absolute" inset={0} h="100%" />}
        <div ref={ref} className={classes.canvas} aria-hidden />
        <VisuallyHidden aria-live="polite">{point?.words ?? ''}</VisuallyHidden>
      </div>
      {zoomed ? (
        <Button variant="default" size="compact-xs" className={classes.reset ?? ''} onClick={resetZoom}>
          Reset zoom
        </Button>
      ) : null}
    </div>
  );
}
