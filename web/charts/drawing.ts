import type { EChartsCoreOption } from 'echarts/core';
import type { Money } from '../ui/money.ts';
import type { Ink } from './ink.ts';

/** What a builder needs besides the figures: colours, how money is written, how much room there is. */
export interface DrawingStyle {
  readonly ink: Ink;
  readonly money: Money;
  /** Room for little (a phone, a small card). */
  readonly narrow: boolean;
  /** Room for ten labelled bars side by side. */
  readonly wide: boolean;
}

/** A chart, ready to be drawn, and what can be pointed at in it. Builders only arrange figures; they sum nothing. */
export interface Drawing<Target> {
  readonly option: EChartsCoreOption;
  /** The whole chart in one or two sentences, for those who do not see it. */
  readonly summary: string;
  /** Every slice, bar and dot, in the order in which the arrow keys walk them. */
  readonly points: readonly ChartPoint<Target>[];
  /** What the middle opens, where the chart has one that does. */
  readonly middle?: Target;
  /** A chart cannot grow into one of another shape: it is made anew. */
  readonly shape?: string;
  /** What changes in the picture while a point is hovered or focused (null: none is). */
  readonly whileAt?: (point: ChartPoint<Target> | null) => EChartsCoreOption;
}

export interface ChartPoint<Target> {
  readonly seriesIndex: number;
  readonly dataIndex: number;
  /** The point in words, for those who do not see it. */
  readonly words: string;
  readonly target: Target;
}
