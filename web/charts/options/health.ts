import type { Dashboard } from '../../../domain/dashboard/dashboard.ts';
import type { Opening } from '../../../domain/dashboard/rows.ts';
import { formatCount, formatShare, formatWhole } from '../../ui/numbers.ts';
import type { Drawing, DrawingStyle } from '../drawing.ts';
import { baseOption, middleText } from './base.ts';
import { doughnutSeries } from './doughnut.ts';
import { hoverText } from './hover-text.ts';

/** Health: the share of companies per status; the middle counts all, or those of the status that is pointed at. */
export function healthDrawing({ health, companies }: Dashboard, style: DrawingStyle): Drawing<Opening> {
  const { ink, narrow } = style;
  const labels = health.map(({ status, share }) => ({ name: status, figure: formatShare(share) }));
  const counted = (count: number, what: string) => middleText(ink, formatWhole(count), what, narrow);
  return {
    option: {
      ...baseOption(ink),
      ...counted(companies, 'companies'),
      tooltip: {
        ...(baseOption(ink).tooltip as object),
        formatter: ({ dataIndex }: { dataIndex: number }) => {
          const slice = health[dataIndex];
          if (!slice) return '';
          return hoverText(slice.status, [
            ['Companies', formatWhole(slice.companies)],
            ['Share', formatShare(slice.share)],
          ]);
        },
      },
      series: [
        doughnutSeries(
          health.map(({ companies: value, color }) => ({ value, color })),
          labels,
          style,
        ),
      ],
    },
    summary: `Health of ${formatCount(companies, 'company', 'companies')}: ${health
      .map(({ status, companies: count, share }) => `${status} ${formatWhole(count)}, ${formatShare(share)}`)
      .join('; ')}.`,
    points: health.flatMap(({ status, companies: count, share }, dataIndex) =>
      count === 0
        ? []
        : [
            {
              seriesIndex: 0,
              dataIndex,
              words: `${status}: ${formatCount(count, 'company', 'companies')}, ${formatShare(share)}`,
              target: { element: 'health', slice: status, item: null, figure: null } as const,
            },
          ],
    ),
    whileAt: (point) => {
      const slice = point ? health[point.dataIndex] : undefined;
      return slice ? counted(slice.companies, slice.status) : counted(companies, 'companies');
    },
  };
}
