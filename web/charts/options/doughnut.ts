import type { DrawingStyle } from '../drawing.ts';
import { FONT } from './base.ts';

interface Slice {
  readonly value: number;
  readonly color: string;
}

interface SliceLabel {
  readonly name: string;
  readonly figure: string;
}

/** A ring of slices, each labelled outside with its name and figure; nothing is drawn of a slice of nothing. */
export function doughnutSeries(
  slices: readonly Slice[],
  labels: readonly SliceLabel[],
  { ink, narrow }: DrawingStyle,
): object {
  return {
    type: 'pie',
    id: 'doughnut',
    radius: narrow ? ['42%', '58%'] : ['54%', '78%'],
    center: ['50%', '50%'],
    startAngle: 90,
    padAngle: 1.2,
    minAngle: 2,
    stillShowZeroSum: false,
    itemStyle: { borderRadius: 3, borderColor: ink.outline, borderWidth: 0.5 },
    emphasis: { scaleSize: 4, label: { fontWeight: 600 } },
    avoidLabelOverlap: true,
    label: {
      alignTo: 'none',
      overflow: 'none',
      formatter: ({ dataIndex }: { dataIndex: number }) => {
        const label = labels[dataIndex];
        return label ? `{name|${label.name.replace(/[{}|]/g, ' ')}}\n{figure|${label.figure}}` : '';
      },
      rich: {
        name: { color: ink.muted, fontSize: narrow ? 10.5 : 11.5, lineHeight: 15, fontFamily: FONT },
        figure: {
          color: ink.text,
          fontSize: narrow ? 11 : 12.5,
          fontWeight: 600,
          lineHeight: 16,
          fontFamily: FONT,
        },
      },
    },
    labelLine: {
      length: narrow ? 6 : 10,
      length2: narrow ? 4 : 10,
      lineStyle: { color: ink.muted, opacity: 0.6 },
    },
    data: slices.map(({ value, color }, index) => ({
      // "-" is nothing; a zero would still get the smallest angle
      value: value || '-',
      name: labels[index]?.name,
      itemStyle: { color },
    })),
  };
}
