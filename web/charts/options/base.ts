import type { EChartsCoreOption } from 'echarts/core';
import type { DrawingStyle } from '../drawing.ts';
import type { Ink } from '../ink.ts';

export const FONT = '"Inter Variable", Inter, system-ui, sans-serif';

/** What all charts share. The summary is said by the chart's frame, so the library's own description stays off. */
export function baseOption(ink: Ink): EChartsCoreOption {
  return {
    backgroundColor: 'transparent',
    textStyle: { fontFamily: FONT, color: ink.text, fontSize: 12 },
    // figures stand at once: whoever filters compares, and does not watch bars grow
    animation: false,
    tooltip: {
      backgroundColor: ink.surface,
      borderColor: ink.line,
      borderWidth: 1,
      padding: [8, 12],
      textStyle: { color: ink.text, fontSize: 12, fontFamily: FONT },
      extraCssText:
        'box-shadow: 0 4px 16px rgba(0, 0, 0, 0.14); border-radius: 6px; max-width: 320px; white-space: normal;',
      confine: true,
      transitionDuration: 0.1,
    },
  };
}

/** Said of whatever the pointer is over along an axis: the bars or the points of one place. */
export function axisTooltip(
  ink: Ink,
  pointer: 'bars' | 'points',
  wordsAt: (dataIndex: number) => string,
): object {
  return {
    ...(baseOption(ink).tooltip as object),
    trigger: 'axis',
    axisPointer:
      pointer === 'bars'
        ? { type: 'shadow', shadowStyle: { color: ink.muted, opacity: 0.08 } }
        : { type: 'line', lineStyle: { color: ink.muted } },
    formatter: (at: readonly { dataIndex: number }[]) => wordsAt(at[0]?.dataIndex ?? -1),
  };
}

/** Room for the axes and their labels, below the legend. */
export const gridOption = (top: number, right: number): object => ({
  left: 4,
  right,
  top,
  bottom: 4,
  outerBoundsMode: 'same',
  outerBoundsContain: 'all',
});

/** Two lines in the hole of a doughnut. */
export function middleText(ink: Ink, text: string, subtext: string, narrow: boolean): EChartsCoreOption {
  return {
    title: {
      text,
      subtext,
      left: 'center',
      top: 'middle',
      itemGap: 6,
      textStyle: { color: ink.text, fontSize: narrow ? 16 : 22, fontWeight: 620, fontFamily: FONT },
      subtextStyle: { color: ink.muted, fontSize: narrow ? 10 : 11.5, fontFamily: FONT },
    },
  };
}

/** The legend above a chart; where there is little room it takes several lines instead of one. */
export function legendOption({ ink, narrow }: Pick<DrawingStyle, 'ink' | 'narrow'>): object {
  return {
    top: 0,
    left: 0,
    itemWidth: 11,
    itemHeight: 11,
    itemGap: narrow ? 10 : 14,
    textStyle: { color: ink.muted, fontSize: narrow ? 11 : 12 },
  };
}
