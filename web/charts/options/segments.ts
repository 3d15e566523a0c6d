import type { EChartsCoreOption } from 'echarts/core';
import type { SegmentPoint, Segments } from '../../../domain/dashboard/segments.ts';
import type { Quadrant } from '../../../domain/portfolio/definitions.ts';
import { formatCount, formatDecimal, formatWhole } from '../../ui/numbers.ts';
import type { ChartPoint, Drawing, DrawingStyle } from '../drawing.ts';
import type { Ink } from '../ink.ts';
import type { StatusStyle } from '../status-style.ts';
import { baseOption, FONT, legendOption } from './base.ts';
import { hoverText } from './hover-text.ts';
import { roundUp } from './round-up.ts';

interface SegmentsStyle extends DrawingStyle {
  readonly statuses: readonly StatusStyle[];
  /** Dots grow with the company's employees, relative to the average. */
  readonly sizeByEmployees: boolean;
}

/** Customer Segments: value across, effort up (higher = more effort), shape and colour by health. A dot opens its company (id). */
export function segmentsDrawing(segments: Segments, style: SegmentsStyle): Drawing<string> {
  const series = style.statuses.map(({ name }) => segments.points.filter(({ status }) => status === name));
  return {
    option: segmentsOption(segments, series, style),
    summary: `Customers by value and effort, where higher means more effort. ${segments.quadrants
      .map(({ name, companies }) => `${name}: ${formatWhole(companies)}`)
      .join('. ')}. Not placed: ${formatWhole(segments.notPlaced)}.`,
    points: walkOrder(segments, series, style),
  };
}

/** Companies stand in the series of their status; the arrow keys walk them by name, as they come. */
function walkOrder(
  segments: Segments,
  series: readonly (readonly SegmentPoint[])[],
  style: SegmentsStyle,
): ChartPoint<string>[] {
  const places = new Map<SegmentPoint, { seriesIndex: number; dataIndex: number }>();
  for (const [seriesIndex, points] of series.entries()) {
    for (const [dataIndex, point] of points.entries()) places.set(point, { seriesIndex, dataIndex });
  }
  return segments.points.flatMap((point) => {
    const place = places.get(point);
    if (!place) return [];
    const figures = figuresOf(point, segments, style).map(([label, figure]) => `${label} ${figure}`);
    return [{ ...place, words: `${point.name}: ${figures.join(', ')}`, target: point.id }];
  });
}

const valueName = (segments: Segments) => (segments.value === 'total' ? 'MRR' : 'MRR per seat');

function figuresOf(point: SegmentPoint, segments: Segments, { money }: DrawingStyle): [string, string][] {
  const segment = segments.quadrants.find(({ id }) => id === point.quadrant);
  return [
    [valueName(segments), money.full(point.value)],
    ['Effort', formatWhole(point.effort)],
    ['Health', point.health === null ? point.status : `${formatWhole(point.health)} · ${point.status}`],
    ['Employees', formatWhole(point.employees)],
    ['Segment', segment?.name ?? ''],
  ];
}

function segmentsOption(
  segments: Segments,
  series: readonly (readonly SegmentPoint[])[],
  style: SegmentsStyle,
): EChartsCoreOption {
  const { ink, statuses, narrow } = style;
  const many = segments.points.length > 500;
  return {
    ...baseOption(ink),
    grid: { left: narrow ? 34 : 52, right: 20, top: narrow ? 52 : 36, bottom: 72 },
    legend: {
      ...legendOption(style),
      data: statuses.map(({ name, shape }) => ({ name, icon: `path://${shape}` })),
    },
    ...axes(segments, style),
    dataZoom: zooms(style),
    tooltip: {
      ...(baseOption(ink).tooltip as object),
      trigger: 'item',
      formatter: ({ seriesIndex, dataIndex }: { seriesIndex: number; dataIndex: number }) => {
        const point = series[seriesIndex]?.[dataIndex];
        return point ? hoverText(point.name, figuresOf(point, segments, style)) : '';
      },
    },
    series: [
      ...statuses.map((status, index) => ({
        type: 'scatter',
        id: status.name,
        name: status.name,
        symbol: `path://${status.shape}`,
        symbolSize: (_: unknown, { dataIndex }: { dataIndex: number }) =>
          dotSize(series[index]?.[dataIndex]?.employees ?? null, segments.averageEmployees, style, many),
        itemStyle: {
          color: status.color,
          opacity: many ? 0.7 : 0.86,
          borderColor: ink.outline,
          borderWidth: 0.75,
        },
        emphasis: { scale: 1.25, itemStyle: { opacity: 1, borderColor: ink.text, borderWidth: 1.5 } },
        data: (series[index] ?? []).map(({ value, effort }) => [value, effort]),
      })),
      quadrantSeries(segments, style),
    ],
  };
}

/** Area grows with employees: the average company has the usual size; unknown numbers too. */
function dotSize(
  employees: number | null,
  average: number | null,
  { sizeByEmployees }: SegmentsStyle,
  many: boolean,
): number {
  const usual = many ? 8 : 12;
  if (!sizeByEmployees || employees === null || !average) return usual;
  return Math.max(5, Math.min(44, usual * Math.sqrt(employees / average)));
}

function valueRange({ points, valueMidpoint }: Segments): { min: number; max: number } {
  let min = 0;
  let max = valueMidpoint ?? 0;
  for (const { value } of points) {
    min = Math.min(min, value);
    max = Math.max(max, value);
  }
  return { min: -roundUp(-min), max: roundUp(max * 1.02) || 1 };
}

function axes(segments: Segments, { ink, money, narrow }: DrawingStyle): EChartsCoreOption {
  const name = {
    nameLocation: 'middle',
    nameTextStyle: { color: ink.muted, fontSize: 11.5, fontFamily: FONT },
  };
  return {
    xAxis: {
      ...name,
      ...valueRange(segments),
      type: 'value',
      name: `Value (${valueName(segments)})`,
      nameGap: 26,
      splitNumber: narrow ? 3 : 6,
      axisLine: { show: true, onZero: false, lineStyle: { color: ink.line } },
      axisTick: { show: false },
      axisLabel: { color: ink.muted, formatter: (cents: number) => money.short(cents), hideOverlap: true },
      splitLine: { lineStyle: { color: ink.line } },
    },
    yAxis: {
      ...name,
      type: 'value',
      name: 'Effort (higher = more effort)',
      nameGap: narrow ? 24 : 34,
      min: 0,
      max: 100,
      interval: 25,
      axisLabel: { color: ink.muted, formatter: (effort: number) => formatDecimal(effort) },
      splitLine: { lineStyle: { color: ink.line } },
    },
  };
}

/** Scrolling the page over the chart must not zoom it: that takes Ctrl; dragging moves. On a phone only the slider zooms. */
function zooms({ ink, money, narrow }: DrawingStyle): object[] {
  const inside = {
    type: 'inside',
    disabled: narrow,
    filterMode: 'none',
    zoomOnMouseWheel: 'ctrl',
    moveOnMouseWheel: false,
  };
  const slider = {
    type: 'slider',
    id: 'value',
    xAxisIndex: 0,
    filterMode: 'none',
    height: 10,
    bottom: 4,
    brushSelect: false,
    showDataShadow: false,
    borderColor: 'transparent',
    backgroundColor: ink.line,
    fillerColor: `${ink.mrr}33`,
    handleSize: 16,
    handleStyle: { color: ink.surface, borderColor: ink.muted },
    moveHandleSize: 0,
    textStyle: { color: ink.muted, fontSize: 11 },
    labelFormatter: (cents: number) => money.short(cents),
  };
  return [
    { ...inside, id: 'inside-value', xAxisIndex: 0 },
    { ...inside, id: 'inside-effort', yAxisIndex: 0 },
    slider,
  ];
}

const CORNERS: Readonly<Record<Quadrant, string>> = {
  low_value_high_effort: 'insideTopLeft',
  high_value_high_effort: 'insideTopRight',
  low_value_low_effort: 'insideBottomLeft',
  high_value_low_effort: 'insideBottomRight',
};

/** The midpoints as dashed lines, and each quadrant's name with its count in its corner. */
function quadrantSeries(segments: Segments, style: DrawingStyle): object {
  const { valueMidpoint, effortMidpoint } = segments;
  return {
    type: 'scatter',
    id: 'quadrants',
    name: 'quadrants',
    data: [],
    silent: true,
    markLine: {
      silent: true,
      symbol: 'none',
      label: { show: false },
      lineStyle: { color: style.ink.muted, type: [5, 4], width: 1, opacity: 0.8 },
      data: [...(valueMidpoint === null ? [] : [{ xAxis: valueMidpoint }]), { yAxis: effortMidpoint }],
    },
    markArea: {
      silent: true,
      itemStyle: { color: 'transparent' },
      data:
        valueMidpoint === null
          ? []
          : segments.quadrants.map((quadrant) => corner(quadrant, segments, valueMidpoint, style)),
    },
  };
}

function corner(
  { id, name, companies }: Segments['quadrants'][number],
  segments: Segments,
  valueMidpoint: number,
  { ink, narrow }: DrawingStyle,
): object[] {
  const { min, max } = valueRange(segments);
  const [left, right] = id.startsWith('high_value') ? [valueMidpoint, max] : [min, valueMidpoint];
  const [bottom, top] = id.endsWith('high_effort')
    ? [segments.effortMidpoint, 100]
    : [0, segments.effortMidpoint];
  return [
    {
      coord: [left, top],
      label: {
        position: CORNERS[id],
        distance: 6,
        formatter: `{count|${formatWhole(companies)}} {name|${labelText(name, narrow)}}`,
        rich: richLabel(ink, narrow),
      },
    },
    { coord: [right, bottom] },
  ];
}

function richLabel(ink: Ink, narrow: boolean): object {
  const fontSize = narrow ? 10 : 11.5;
  return {
    count: { fontSize: fontSize + 1, fontWeight: 650, color: ink.text, fontFamily: FONT },
    name: { fontSize, fontWeight: 500, color: ink.muted, fontFamily: FONT },
  };
}

/** A label's own marks ({ } |) are no part of a name; a long name is cut where room is short. */
function labelText(name: string, narrow: boolean): string {
  const plain = name.replace(/[{}|]/g, ' ');
  const room = narrow ? 14 : 28;
  return plain.length > room ? `${plain.slice(0, room - 1)}…` : plain;
}

/** How many customers a quadrant's button names. */
export const quadrantWords = (name: string, companies: number): string =>
  `${name}: ${formatCount(companies, 'customer', 'customers')}`;
