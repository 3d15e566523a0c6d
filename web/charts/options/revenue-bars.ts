import type { EChartsCoreOption } from 'echarts/core';
import type { ChartPoint, DrawingStyle } from '../drawing.ts';
import { baseOption, FONT } from './base.ts';
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
  /** Bars lie, so that long names can be read. */
  readonly lying: boolean;
}

/** Stacked bars in money with a line of percentages on an axis of its own. */
export function revenueBarsOption(
  bars: readonly RevenueBar[],
  amounts: readonly AmountSeries[],
  style: BarsStyle,
): EChartsCoreOption {
  const { ink, lying, alignmentName } = style;
  const categories = categoryAxis(bars, style);
  const values = [moneyAxis(style), percentAxis(style)];
  return {
    ...baseOption(ink),
    grid: { left: 8, right: lying ? 24 : 8, top: lying ? 76 : 64, bottom: 8, containLabel: true },
    legend: {
      top: 0,
      left: 0,
      type: 'scroll',
      itemWidth: 12,
      itemHeight: 12,
      itemGap: 14,
      textStyle: { color: ink.muted },
      pageTextStyle: { color: ink.muted },
      pageIconColor: ink.muted,
      pageIconInactiveColor: ink.line,
    },
    tooltip: {
      ...(baseOption(ink).tooltip as object),
      trigger: 'axis',
      axisPointer: { type: 'shadow', shadowStyle: { color: ink.muted, opacity: 0.08 } },
      formatter: (at: readonly { dataIndex: number }[]) => {
        const bar = bars[at[0]?.dataIndex ?? -1];
        return bar ? hoverText(bar.name, bar.lines) : '';
      },
    },
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

function categoryAxis(bars: readonly RevenueBar[], { ink, lying, narrow }: BarsStyle): object {
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

function moneyAxis({ ink, money, lying }: BarsStyle): object {
  return {
    type: 'value',
    position: lying ? 'top' : 'left',
    splitNumber: 4,
    axisLabel: { color: ink.muted, formatter: (cents: number) => money.short(cents), hideOverlap: true },
    splitLine: { lineStyle: { color: ink.line } },
  };
}

function percentAxis({ ink, lying, alignmentName }: BarsStyle): object {
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
