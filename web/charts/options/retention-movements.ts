import { EXPLAINED_NAMES } from '../../../domain/retention/definitions.ts';
import type { Figures, RetentionFigure } from '../../../domain/retention/figures.ts';
import { MOVEMENTS, type MovementKind } from '../../../domain/retention/movements.ts';
import type { ChartPoint, Drawing, DrawingStyle } from '../drawing.ts';
import type { Ink } from '../ink.ts';
import { axisTooltip, baseOption, gridOption, legendOption } from './base.ts';
import { hoverText } from './hover-text.ts';

/** A month of the chart; null figures: not on record. */
export interface ChartedMonth {
  readonly month: string;
  /** "Oct 2026" */
  readonly name: string;
  readonly figures: Figures | null;
  /** Share of positive answers, 0–1. */
  readonly csat: number | null;
}

/** What a bar or dot of retention opens. */
export interface RetentionPoint {
  readonly month: string;
  readonly figure: RetentionFigure;
}

const colorsIn = (ink: Ink): Readonly<Record<MovementKind, string>> => ({
  new: ink.mrr,
  returning: ink.oneTime,
  expansion: ink.mrrOpportunity,
  contraction: ink.contraction,
  churn: ink.churn,
});

/** MRR movements month by month: what came above the line, what went below it. */
export function retentionMovementsDrawing(
  months: readonly ChartedMonth[],
  style: DrawingStyle,
): Drawing<RetentionPoint> {
  const { ink, money } = style;
  const colors = colorsIn(ink);
  return {
    option: {
      ...baseOption(ink),
      grid: gridOption(style.narrow ? 58 : 36, 8),
      legend: legendOption(style),
      tooltip: axisTooltip(ink, 'bars', (index) => {
        const month = months[index];
        return month ? hoverText(month.name, linesOf(month, style)) : '';
      }),
      xAxis: monthAxis(months, style),
      yAxis: {
        type: 'value',
        splitNumber: 4,
        axisLabel: { color: ink.muted, formatter: (cents: number) => money.short(cents), hideOverlap: true },
        splitLine: { lineStyle: { color: ink.line } },
      },
      series: MOVEMENTS.map((kind) => ({
        type: 'bar',
        id: kind,
        name: EXPLAINED_NAMES[kind],
        stack: 'movements',
        barMaxWidth: 26,
        itemStyle: { color: colors[kind] },
        emphasis: { itemStyle: { borderColor: ink.text, borderWidth: 1 } },
        data: months.map(({ figures }) => figures?.[kind].mrr ?? null),
      })),
    },
    summary: `${months.length} months: ${months.map((month) => inWords(month, style)).join('; ')}.`,
    points: months.flatMap(({ month, name, figures }, dataIndex) =>
      MOVEMENTS.flatMap((kind, seriesIndex): ChartPoint<RetentionPoint>[] => {
        if (!figures || figures[kind].companies === 0) return [];
        const words = `${name}, ${EXPLAINED_NAMES[kind].toLowerCase()}: ${money.full(figures[kind].mrr)}`;
        return [{ seriesIndex, dataIndex, words, target: { month, figure: kind } }];
      }),
    ),
  };
}

function linesOf({ figures }: ChartedMonth, { money }: DrawingStyle): [string, string][] {
  if (!figures) return [['Not on record', '']];
  return [
    ['Starting MRR', money.full(figures.start.mrr)],
    ...MOVEMENTS.map((kind): [string, string] => [EXPLAINED_NAMES[kind], money.full(figures[kind].mrr)]),
    ['Ending MRR', money.full(figures.end.mrr)],
  ];
}

function inWords({ name, figures }: ChartedMonth, { money }: DrawingStyle): string {
  if (!figures) return `${name}, not on record`;
  const moved = MOVEMENTS.filter((kind) => figures[kind].companies > 0).map(
    (kind) => `${EXPLAINED_NAMES[kind].toLowerCase()} ${money.full(figures[kind].mrr)}`,
  );
  return `${name}, ${moved.join(', ') || 'nothing moved'}`;
}

/** Months along the bottom, as many of them named as there is room for. */
export function monthAxis(months: readonly ChartedMonth[], { ink }: DrawingStyle): object {
  return {
    type: 'category',
    data: months.map(({ name }) => name),
    axisTick: { show: false },
    axisLine: { lineStyle: { color: ink.line }, onZero: false },
    axisLabel: { color: ink.muted, hideOverlap: true, fontSize: 11.5 },
  };
}
