import type { ECElementEvent, ECharts } from 'echarts/core';
import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import type { ChartPoint, Drawing } from './drawing.ts';

// Asked for at once, so that it loads beside the figures.
const library = import('./echarts.ts');

interface UsedChart<Target> {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly ready: boolean;
  /** Only a part of the chart is in view. */
  readonly zoomed: boolean;
  readonly resetZoom: () => void;
  /** Marks a point as hovering would; null: none. */
  readonly show: (point: ChartPoint<Target> | null) => void;
}

/** Keeps a chart of the library in step with a drawing. The chart is made once; a new drawing only changes it. */
export function useChart<Target>(
  drawing: Drawing<Target>,
  renderer: 'canvas' | 'svg',
  onOpen: (target: Target) => void,
  paperWidth?: number,
): UsedChart<Target> {
  const ref = useRef<HTMLDivElement>(null);
  const [chart, setChart] = useState<ECharts | null>(null);
  const [zoomed, setZoomed] = useState(false);
  const inSight = useRef(true);

  const pointAt = ({ seriesIndex, dataIndex }: ECElementEvent) =>
    drawing.points.find((point) => point.seriesIndex === seriesIndex && point.dataIndex === dataIndex) ??
    null;
  const onClick = useEffectEvent((event: ECElementEvent) => {
    if (event.componentType === 'title' && drawing.middle !== undefined) onOpen(drawing.middle);
    const point = event.componentType === 'series' ? pointAt(event) : null;
    if (point) onOpen(point.target);
  });
  const onHover = useEffectEvent((event: ECElementEvent | null) => {
    if (chart && drawing.whileAt) chart.setOption(drawing.whileAt(event ? pointAt(event) : null));
  });

  useEffect(() => {
    const made: Made = { gone: false };
    // the observer does not run before the page is on paper
    const onPaper = () => made.chart?.resize(paperWidth === undefined ? {} : { width: paperWidth });
    const onScreen = () => made.chart?.resize();
    window.addEventListener('beforeprint', onPaper);
    window.addEventListener('afterprint', onScreen);
    void library.then(({ makeChart }) => {
      const element = ref.current;
      if (made.gone || !element) return;
      const instance = makeChart(element, renderer);
      made.chart = instance;
      made.resized = new ResizeObserver(() => keepSize(instance));
      made.resized.observe(element);
      made.seen = new IntersectionObserver(([entry]) => {
        inSight.current = entry?.isIntersecting ?? true;
      });
      made.seen.observe(element);
      instance.on('click', (event) => onClick(event as ECElementEvent));
      instance.on('mouseover', (event) => onHover(event as ECElementEvent));
      instance.on('mouseout', () => onHover(null));
      instance.on('datazoom', () => setZoomed(isZoomed(instance)));
      setChart(instance);
    });
    return () => {
      made.gone = true;
      window.removeEventListener('beforeprint', onPaper);
      window.removeEventListener('afterprint', onScreen);
      made.resized?.disconnect();
      made.seen?.disconnect();
      made.chart?.dispose();
      setChart(null);
    };
  }, [renderer, paperWidth]);

  // In sight: before the frame that shows the new figures beside it. Out of sight: right after, so as not to hold it up.
  useLayoutEffect(() => {
    if (!chart || chart.isDisposed()) return;
    const draw = () => chart.setOption(drawing.option, { replaceMerge: ['series'] });
    if (inSight.current) return draw();
    const later = setTimeout(draw);
    return () => clearTimeout(later);
  }, [chart, drawing]);

  const show = (point: ChartPoint<Target> | null) => {
    if (!chart) return;
    chart.dispatchAction({ type: 'downplay' });
    if (drawing.whileAt) chart.setOption(drawing.whileAt(point));
    if (!point) {
      chart.dispatchAction({ type: 'hideTip' });
      return;
    }
    const { seriesIndex, dataIndex } = point;
    chart.dispatchAction({ type: 'highlight', seriesIndex, dataIndex });
    chart.dispatchAction({ type: 'showTip', seriesIndex, dataIndex });
  };
  const resetZoom = () => chart?.dispatchAction({ type: 'dataZoom', batch: zoomsOf(chart).map(whole) });
  return { ref, ready: chart !== null, zoomed, resetZoom, show };
}

interface Made {
  chart?: ECharts;
  resized?: ResizeObserver;
  seen?: IntersectionObserver;
  gone: boolean;
}

/** Drawing anew costs: an observer speaks up once for the size that the chart was made with. */
function keepSize(chart: ECharts): void {
  const { clientWidth, clientHeight } = chart.getDom();
  if (chart.getWidth() !== clientWidth || chart.getHeight() !== clientHeight) chart.resize();
}

interface Zoom {
  readonly start: number;
  readonly end: number;
}

const zoomsOf = (chart: ECharts) => (chart.getOption().dataZoom ?? []) as readonly Zoom[];
const isZoomed = (chart: ECharts) => zoomsOf(chart).some(({ start, end }) => start > 0 || end < 100);
const whole = (_: Zoom, dataZoomIndex: number) => ({ dataZoomIndex, start: 0, end: 100 });
