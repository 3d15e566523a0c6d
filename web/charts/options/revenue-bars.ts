import type { EChartsCoreOption } from 'echarts/core';
import type { ChartPoint, DrawingStyle } from '../drawing.ts';
import { axisTooltip, baseOption, FONT, gridOption, legendOption } from './base.ts';
import { hoverText } from './hover-text.ts';

/** One bar of stacked amounts and its point on the alignment line. */
export interface RevenueBar {
  readonly name: string;
  readonly amounts: readonly number[];
  /** Percent; null: no point. */
  readonly alignment: number | null;
  /** What hovering says. */
  readonly lines: readonly (readonly [label: string, figure: string])[];
}

export interface AmountSeries {
  readonly name: string;
  readonly color: string;
  /** Not earned yet: striped. */
  readonly striped: boolean;
}

interface BarsStyle extends DrawingStyle {
  readonly alignmentName: string;
}

/** Stacked bars in money with a line of percentages on an axis of its own. Without much room they lie, so that names can be read. */
export function revenueBarsOption(
  bars: readonly RevenueBar[],
  amounts: readonly AmountSeries[],
  style: BarsStyle,
): EChartsCoreOption {
  const { ink, narrow, alignmentName } = style;
  const lying = !style.wide;
  const categories = categoryAxis(bars, style);
  const values = [moneyAxis(style), percentAxis(style)];
  return {
    ...baseOption(ink),
    grid: gridOption(narrow ? 66 : 40, lying ? 20 : 4),
    legend: legendOption(style),
    tooltip: axisTooltip(ink, 'bars', (index) => {
      const bar = bars[index];
      return bar ? hoverText(bar.name, bar.lines) : '';
    }),
    xAxis: lying ? values : [categories],
    yAxis: lying ? [categories] : values,
    series: [
      ...amounts.map(({ name, color, striped }, index) => ({
        type: 'bar',
        id: name,
        name,
        stack: 'revenue',
        barMaxWidth: lying ? 16 : 34,
        itemStyle: { color, ...(striped ? { decal: stripes(ink.stripe) } : {}) },
        emphasis: { itemStyle: { borderColor: ink.text, borderWidth: 1 } },
        data: bars.map((bar) => bar.amounts[index] ?? 0),
      })),
      {
        type: 'line',
        id: alignmentName,
        name: alignmentName,
        ...(lying ? { xAxisIndex: 1 } : { yAxisIndex: 1 }),
        symbol: 'circle',
        symbolSize: 8,
        z: 5,
        connectNulls: true,
        lineStyle: { width: 2, color: ink.alignment },
        itemStyle: { color: ink.alignment, borderColor: ink.surface, borderWidth: 2 },
        emphasis: { scale: 1.5 },
        data: bars.map(({ alignment }) => alignment),
      },
    ],
  };
}

const stripes = (color: string) => ({
  symbol: 'rect',
  dashArrayX: [1, 0],
  dashArrayY: [2, 4],
  rotation: -Math.PI / 4,
  color,
});

function categoryAxis(bars: readonly RevenueBar[], { ink, wide, narrow }: BarsStyle): object {
  const lying = !wide;
  return {
    type: 'category',
    data: bars.map(({ name }) => name),
    inverse: lying,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: ink.line } },
    axisLabel: {
      color: ink.text,
      interval: 0,
      width: lying ? (narrow ? 92 : 150) : 96,
      overflow: lying ? 'truncate' : 'break',
      lineHeight: 14,
      fontSize: 11.5,
    },
  };
}

function moneyAxis({ ink, money, wide }: BarsStyle): object {
  return {
    type: 'value',
    position: wide ? 'left' : 'top',
    splitNumber: 4,
    axisLabel: { color: ink.muted, formatter: (cents: number) => money.short(cents), hideOverlap: true },
    splitLine: { lineStyle: { color: ink.line } },
  };
}

function percentAxis({ ink, wide, alignmentName }: BarsStyle): object {
  const lying = !wide;
  return {
    type: 'value',
    name: alignmentName,
    position: lying ? 'bottom' : 'right',
    min: 0,
    max: 100,
    interval: 25,
    nameLocation: lying ? 'middle' : 'end',
    nameGap: lying ? 22 : 12,
    nameTextStyle: {
      color: ink.muted,
      fontSize: 11.5,
      fontFamily: FONT,
      ...(lying ? {} : { align: 'right' }),
    },
    axisLabel: { color: ink.alignment, formatter: '{value}%' },
    splitLine: { show: false },
  };
}

export const barsShape = ({ wide }: DrawingStyle): string => (wide ? 'standing' : 'lying');

/** Bar after bar: each of its amounts, then its point on the line. */
export function barPoints<Target>(
  bars: readonly RevenueBar[],
  words: (bar: number, series: number) => { words: string; target: Target } | null,
  seriesCount: number,
): ChartPoint<Target>[] {
  return bars.flatMap((_, dataIndex) =>
    Array.from({ length: seriesCount }, (__, seriesIndex) => {
      const said = words(dataIndex, seriesIndex);
      return said ? [{ seriesIndex, dataIndex, ...said }] : [];
    }).flat(),
  );
}
