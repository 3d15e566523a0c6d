import type { Opening } from '../../../domain/dashboard/rows.ts';
import type { StackOpportunity, TagOpportunity } from '../../../domain/dashboard/stack-opportunity.ts';
import { formatShare } from '../../ui/numbers.ts';
import type { ChartPoint, Drawing, DrawingStyle } from '../drawing.ts';
import { baseOption, FONT, middleText } from './base.ts';
import { hoverText } from './hover-text.ts';

export const UNTAGGED = 'Untagged';

/** Stack Opportunity: inner ring tags, outer ring their stack items; the middle shows the true total. */
export function stackOpportunityDrawing(stack: StackOpportunity, style: DrawingStyle): Drawing<Opening> {
  const { ink, money, narrow } = style;
  const points = walkOrder(stack.tags, style);
  const byIndex = new Map(points.map((point) => [point.dataIndex, point]));
  return {
    option: {
      ...baseOption(ink),
      ...middleText(ink, money.short(stack.total), 'opportunity', narrow),
      tooltip: {
        ...(baseOption(ink).tooltip as object),
        formatter: ({ dataIndex }: { dataIndex: number }) => byIndex.get(dataIndex)?.hover ?? '',
      },
      series: [sunburstSeries(stack.tags, style)],
    },
    summary: `Stack opportunity of ${money.full(stack.total)} by tag: ${stack.tags
      .map(({ tag, total, share }) => `${tag ?? UNTAGGED} ${money.full(total)}, ${formatShare(share)}`)
      .join('; ')}.`,
    points,
    middle: opening(null, null),
  };
}

const opening = (slice: string | null, item: string | null): Opening => ({
  element: 'stackOpportunity',
  slice,
  item,
  figure: null,
});

interface SunburstPoint extends ChartPoint<Opening> {
  readonly hover: string;
}

/** The library numbers the pieces depth first, from the middle (0). */
function walkOrder(tags: readonly TagOpportunity[], { money }: DrawingStyle): SunburstPoint[] {
  let dataIndex = 0;
  return tags.flatMap((tag) => {
    const name = tag.tag ?? UNTAGGED;
    const point = (words: string, hover: string, item: string | null): SunburstPoint => {
      dataIndex += 1;
      return { seriesIndex: 0, dataIndex, words, hover, target: opening(tag.tag ?? '', item) };
    };
    const ring = `${money.full(tag.total)}, ${formatShare(tag.share)} of all tags`;
    return [
      point(
        `${name}: ${ring}`,
        hoverText(name, splitLines(tag, 'Share of all tags', tag.share, money)),
        null,
      ),
      ...tag.items.map((item) =>
        point(
          `${item.name}: ${money.full(item.total)}, ${formatShare(item.shareOfTag)} of ${name}`,
          hoverText(item.name, splitLines(item, `Share of ${name}`, item.shareOfTag, money)),
          item.id,
        ),
      ),
    ];
  });
}

function splitLines(
  { mrr, oneTime, total }: { mrr: number; oneTime: number; total: number },
  shareLabel: string,
  share: number,
  money: DrawingStyle['money'],
): [string, string][] {
  return [
    ['Opportunity', money.full(total)],
    [shareLabel, formatShare(share)],
    ['MRR', money.full(mrr)],
    ['One-time', money.full(oneTime)],
  ];
}

function sunburstSeries(tags: readonly TagOpportunity[], { ink, narrow }: DrawingStyle): object {
  const outside = {
    position: 'outside',
    rotate: 0,
    color: ink.text,
    fontSize: narrow ? 10 : 11,
    width: narrow ? 76 : 96,
    overflow: 'truncate',
    minAngle: 7,
    distance: 4,
    fontFamily: FONT,
  };
  return {
    type: 'sunburst',
    id: 'sunburst',
    radius: ['0%', '100%'],
    sort: null,
    nodeClick: false,
    stillShowZeroSum: false,
    itemStyle: { borderColor: ink.surface, borderWidth: 1.5, borderRadius: 3 },
    emphasis: { focus: 'ancestor' },
    blur: { itemStyle: { opacity: 0.4 }, label: { opacity: 0.6 } },
    levels: [
      {},
      {
        r0: narrow ? '23%' : '26%',
        r: narrow ? '40%' : '50%',
        label: {
          rotate: 'tangential',
          color: ink.onRing,
          fontSize: 11,
          fontWeight: 600,
          minAngle: 24,
          overflow: 'truncate',
          width: 80,
        },
      },
      { r0: narrow ? '41%' : '51%', r: narrow ? '54%' : '70%', label: outside },
    ],
    data: tags.map(({ tag, items }, index) => {
      const color = ink.ring[index % ink.ring.length];
      return {
        name: tag ?? UNTAGGED,
        itemStyle: { color },
        children: items.map((item, place) => ({
          name: item.name,
          value: item.total,
          itemStyle: { color, opacity: 0.78 - (place % 3) * 0.16 },
        })),
      };
    }),
  };
}
