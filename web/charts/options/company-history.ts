import type { CompanyHistory } from '../../../contract/company-history.ts';
import type { Day } from '../../../domain/portfolio/values.ts';
import { formatDay, formatDayOf } from '../../ui/days.ts';
import { formatPercent, formatWhole } from '../../ui/numbers.ts';
import type { Drawing, DrawingStyle } from '../drawing.ts';
import { axisTooltip, baseOption, gridOption, legendOption } from './base.ts';
import { hoverText } from './hover-text.ts';

export type HistoryDay = CompanyHistory['days'][number];

/** The two days that are compared. */
interface Compared {
  readonly from: Day;
  readonly to: Day;
}

interface Line {
  readonly name: string;
  readonly symbol: 'circle' | 'rect' | 'triangle';
  readonly color: string;
  readonly of: (day: HistoryDay) => number | null;
  readonly said: (value: number | null) => string;
}

/** A company's MRR over the days on record; a point chooses its day. */
export function mrrHistoryDrawing(
  days: readonly HistoryDay[],
  compared: Compared,
  style: DrawingStyle,
): Drawing<Day> {
  const { ink, money } = style;
  const said = (cents: number | null) => (cents === null ? 'not on record' : money.full(cents));
  const line: Line = { name: 'MRR', symbol: 'circle', color: ink.mrr, of: ({ mrr }) => mrr, said };
  return historyDrawing(days, [line], compared, style, {
    min: 0,
    axisLabel: { color: ink.muted, formatter: (cents: number) => money.short(cents), hideOverlap: true },
  });
}

/** A company's health, effort and alignment over the days on record, from 0 to 100; a point chooses its day. */
export function scoreHistoryDrawing(
  days: readonly HistoryDay[],
  compared: Compared,
  style: DrawingStyle,
): Drawing<Day> {
  const { ink } = style;
  const score = (value: number | null) => (value === null ? 'none' : formatWhole(value));
  const percent = (value: number | null) => (value === null ? 'none' : formatPercent(value));
  const lines: readonly Line[] = [
    { name: 'Health', symbol: 'circle', color: ink.mrr, of: ({ health }) => health, said: score },
    { name: 'Effort', symbol: 'triangle', color: ink.oneTime, of: ({ effort }) => effort, said: score },
    {
      name: 'Alignment',
      symbol: 'rect',
      color: ink.alignment,
      of: ({ alignment }) => alignment,
      said: percent,
    },
  ];
  return historyDrawing(days, lines, compared, style, {
    min: 0,
    max: 100,
    interval: 25,
    axisLabel: { color: ink.muted },
  });
}

/** Lines over time. What is not on record leaves a gap: nobody knows what was there. */
function historyDrawing(
  days: readonly HistoryDay[],
  lines: readonly Line[],
  { from, to }: Compared,
  style: DrawingStyle,
  axis: object,
): Drawing<Day> {
  const { ink, narrow } = style;
  const linesOf = (day: HistoryDay) =>
    lines.map(({ name, of, said }): [string, string] => [name, said(of(day))]);
  const inWords = (day: HistoryDay) =>
    `${formatDay(day.date)}: ${linesOf(day)
      .map((line) => line.join(' '))
      .join(', ')}`;
  const [first, last] = [days[0], days.at(-1)];
  return {
    option: {
      ...baseOption(ink),
      grid: gridOption(lines.length > 1 ? 36 : 12, 12),
      ...(lines.length > 1 ? { legend: legendOption(style) } : {}),
      tooltip: axisTooltip(ink, 'points', (index) => {
        const day = days[index];
        return day ? hoverText(formatDay(day.date), linesOf(day)) : '';
      }),
      xAxis: {
        type: 'time',
        ...(last && to > last.date ? { max: `${to}T00:00:00` } : {}),
        ...(first && from < first.date ? { min: `${from}T00:00:00` } : {}),
        splitNumber: narrow ? 3 : 6,
        axisLine: { lineStyle: { color: ink.line } },
        axisTick: { show: false },
        axisLabel: {
          color: ink.muted,
          hideOverlap: true,
          formatter: (time: number) => formatDayOf(new Date(time).toISOString()),
        },
      },
      yAxis: { type: 'value', splitNumber: 4, splitLine: { lineStyle: { color: ink.line } }, ...axis },
      series: lines.map(({ name, symbol, color, of }, index) => ({
        type: 'line',
        id: name,
        name,
        symbol,
        symbolSize: 6,
        lineStyle: { width: 2, color },
        itemStyle: { color },
        emphasis: { scale: 1.8 },
        data: days.map((day) => [`${day.date}T00:00:00`, of(day)]),
        ...(index === 0
          ? {
              markLine: {
                silent: true,
                symbol: 'none',
                label: { show: false },
                lineStyle: { color: ink.muted, type: 'dashed', width: 1 },
                data: [{ xAxis: `${from}T00:00:00` }, { xAxis: `${to}T00:00:00` }],
              },
            }
          : {}),
      })),
    },
    summary:
      first && last
        ? `${formatWhole(days.length)} days on record. ${inWords(first)}. ${inWords(last)}.`
        : 'No day is on record.',
    // one stop a day: a year of days times three lines would be a long walk
    points: days.flatMap((day, dataIndex) => {
      const seriesIndex = lines.findIndex(({ of }) => of(day) !== null);
      return seriesIndex < 0 ? [] : [{ seriesIndex, dataIndex, words: inWords(day), target: day.date }];
    }),
  };
}
