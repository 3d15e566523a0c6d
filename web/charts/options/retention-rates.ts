import { formatShare } from '../../ui/numbers.ts';
import type { Drawing, DrawingStyle } from '../drawing.ts';
import { axisTooltip, baseOption, gridOption, legendOption } from './base.ts';
import { hoverText } from './hover-text.ts';
import { type ChartedMonth, monthAxis, type RetentionPoint } from './retention-movements.ts';

const percent = (share: number | null) => (share === null ? null : Math.round(share * 1000) / 10);

/** Retention month by month, on an axis that shows small differences, and CSAT on one of its own from 0 to 100 %. */
export function retentionRatesDrawing(
  months: readonly ChartedMonth[],
  style: DrawingStyle,
): Drawing<RetentionPoint> {
  const { ink } = style;
  const lines = [
    {
      name: 'Net revenue',
      symbol: 'circle',
      color: ink.mrr,
      of: (m: ChartedMonth) => m.figures?.retention.net ?? null,
    },
    {
      name: 'Gross revenue',
      symbol: 'rect',
      color: ink.oneTime,
      of: (m: ChartedMonth) => m.figures?.retention.gross ?? null,
    },
    {
      name: 'Clients',
      symbol: 'triangle',
      color: ink.churn,
      of: (m: ChartedMonth) => m.figures?.retention.logo ?? null,
    },
    { name: 'CSAT', symbol: 'diamond', color: ink.muted, of: (m: ChartedMonth) => m.csat },
  ] as const;
  const said = (month: ChartedMonth) =>
    lines.map(({ name, of }): [string, string] => [name, formatShare(of(month))]);
  return {
    option: {
      ...baseOption(ink),
      grid: gridOption(style.narrow ? 64 : 46, 4),
      legend: legendOption(style),
      tooltip: axisTooltip(ink, 'points', (index) => {
        const month = months[index];
        return month ? hoverText(month.name, said(month)) : '';
      }),
      xAxis: monthAxis(months, style),
      yAxis: [
        {
          type: 'value',
          scale: true,
          splitNumber: 4,
          axisLabel: { color: ink.muted, formatter: '{value}%' },
          splitLine: { lineStyle: { color: ink.line } },
        },
        {
          type: 'value',
          name: 'CSAT',
          nameTextStyle: { color: ink.muted, align: 'right' },
          min: 0,
          max: 100,
          interval: 25,
          axisLabel: { color: ink.muted, formatter: '{value}%' },
          splitLine: { show: false },
        },
      ],
      series: lines.map(({ name, symbol, color, of }) => ({
        type: 'line',
        id: name,
        name,
        symbol,
        symbolSize: 7,
        yAxisIndex: name === 'CSAT' ? 1 : 0,
        connectNulls: true,
        lineStyle: { width: 2, color, ...(name === 'CSAT' ? { type: 'dashed' } : {}) },
        itemStyle: { color },
        emphasis: { scale: 1.6 },
        data: months.map((month) => percent(of(month))),
      })),
    },
    summary: `${months.length} months: ${months
      .map(
        (month) =>
          `${month.name}, ${said(month)
            .map(([name, share]) => `${name} ${share}`)
            .join(', ')}`,
      )
      .join('; ')}.`,
    points: months.flatMap((month, dataIndex) =>
      lines.flatMap(({ name, of }, seriesIndex) =>
        of(month) === null
          ? []
          : [
              {
                seriesIndex,
                dataIndex,
                words: `${month.name}, ${name}: ${formatShare(of(month))}`,
                target: {
                  month: month.month,
                  figure: name === 'CSAT' ? ('csat' as const) : ('retention' as const),
                },
              },
            ],
      ),
    ),
  };
}
