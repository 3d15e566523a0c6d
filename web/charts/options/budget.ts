import type { BudgetPeriod } from '../../../domain/recommendations/budget.ts';
import { periodName } from '../../ui/quarters.ts';
import type { ChartPoint, Drawing, DrawingStyle } from '../drawing.ts';
import { axisTooltip, baseOption, gridOption, legendOption } from './base.ts';
import { hoverText } from './hover-text.ts';

interface Words {
  readonly oneTime: string;
  readonly byThen: string;
  readonly recurring: string;
}

/** A budget: of each quarter what is paid every month and once, stacked; and the monthly amount, which grows, as a line of its own. */
export function budgetDrawing(
  quarters: readonly BudgetPeriod[],
  words: Words,
  style: DrawingStyle,
): Drawing<string> {
  const { ink, money, narrow } = style;
  const series = [
    { name: words.recurring, amount: 'recurring', color: ink.mrr },
    { name: words.oneTime, amount: 'oneTime', color: ink.oneTime },
    { name: words.byThen, amount: 'mrrByThen', color: ink.alignment },
  ] as const;
  const moneyAxis = (name: string, position: 'left' | 'right') => ({
    type: 'value',
    position,
    name,
    nameTextStyle: { color: ink.muted, fontSize: 11.5, align: position },
    splitNumber: 4,
    axisLabel: { color: ink.muted, formatter: (cents: number) => money.short(cents), hideOverlap: true },
    splitLine: { show: position === 'left', lineStyle: { color: ink.line } },
  });
  return {
    option: {
      ...baseOption(ink),
      legend: legendOption(style),
      grid: gridOption(narrow ? 74 : 50, 4),
      tooltip: axisTooltip(ink, 'bars', (index) => {
        const quarter = quarters[index];
        if (!quarter) return '';
        return hoverText(periodName(quarter.period), [
          ...series.map(({ name, amount }) => [name, money.full(quarter[amount])] as const),
          ['Total', money.full(quarter.total)],
        ]);
      }),
      xAxis: {
        type: 'category',
        data: quarters.map(({ period }) => periodName(period)),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: ink.line } },
        axisLabel: { color: ink.text, fontSize: 11.5, hideOverlap: true },
      },
      yAxis: [moneyAxis('A quarter', 'left'), moneyAxis('A month', 'right')],
      series: series.map(({ name, amount, color }) => ({
        id: amount,
        name,
        itemStyle: { color },
        data: quarters.map((quarter) => quarter[amount]),
        ...(amount === 'mrrByThen'
          ? {
              type: 'line',
              yAxisIndex: 1,
              step: 'middle',
              symbol: 'circle',
              symbolSize: 7,
              z: 5,
              lineStyle: { width: 2, color },
              itemStyle: { color, borderColor: ink.surface, borderWidth: 1.5 },
            }
          : {
              type: 'bar',
              stack: 'budget',
              barMaxWidth: 42,
              emphasis: { itemStyle: { borderColor: ink.text, borderWidth: 1 } },
            }),
      })),
    },
    summary: `${quarters
      .map(
        (quarter) =>
          `${periodName(quarter.period)}: ${money.full(quarter.total)}, monthly by then ${money.full(quarter.mrrByThen)}`,
      )
      .join('; ')}.`,
    points: quarters.flatMap((quarter, dataIndex) =>
      series.flatMap(({ name, amount }, seriesIndex): ChartPoint<string>[] =>
        quarter[amount] === 0
          ? []
          : [
              {
                seriesIndex,
                dataIndex,
                words: `${periodName(quarter.period)}, ${name}: ${money.full(quarter[amount])}`,
                target: quarter.period,
              },
            ],
      ),
    ),
  };
}
