import type { Dashboard } from '../../../domain/dashboard/dashboard.ts';
import type { Opening } from '../../../domain/dashboard/rows.ts';
import { formatShare } from '../../ui/numbers.ts';
import type { Drawing, DrawingStyle } from '../drawing.ts';
import { baseOption, middleText } from './base.ts';
import { doughnutSeries } from './doughnut.ts';
import { hoverText } from './hover-text.ts';

/** Opportunity by Health: share and money per status ("10.1% – $3.5k"); the middle shows all of it. */
export function opportunityByHealthDrawing(dashboard: Dashboard, style: DrawingStyle): Drawing<Opening> {
  const { opportunityByHealth: slices, health, stackOpportunity } = dashboard;
  const { ink, money, narrow } = style;
  const labels = slices.map(({ status, share, total }) => ({
    name: status,
    figure: `${formatShare(share)} – ${money.short(total)}`,
  }));
  return {
    option: {
      ...baseOption(ink),
      ...middleText(ink, money.short(stackOpportunity.total), 'opportunity', narrow),
      tooltip: {
        ...(baseOption(ink).tooltip as object),
        formatter: ({ dataIndex }: { dataIndex: number }) => {
          const slice = slices[dataIndex];
          if (!slice) return '';
          return hoverText(slice.status, [
            ['MRR opportunity', money.full(slice.mrr)],
            ['One-time opportunity', money.full(slice.oneTime)],
            ['Total', money.full(slice.total)],
            ['Share', formatShare(slice.share)],
          ]);
        },
      },
      series: [
        doughnutSeries(
          slices.map(({ total: value }, index) => ({ value, color: health[index]?.color ?? ink.muted })),
          labels,
          style,
        ),
      ],
    },
    summary: `Opportunity of ${money.full(stackOpportunity.total)} by health: ${labels
      .map(({ name, figure }) => `${name} ${figure}`)
      .join('; ')}.`,
    points: slices.flatMap(({ status, total }, dataIndex) =>
      total === 0
        ? []
        : [
            {
              seriesIndex: 0,
              dataIndex,
              words: `${status}: ${labels[dataIndex]?.figure}`,
              target: { element: 'opportunityByHealth', slice: status, item: null, figure: null } as const,
            },
          ],
    ),
  };
}
