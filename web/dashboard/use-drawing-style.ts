import { useComputedColorScheme } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { type RefCallback, useMemo } from 'react';
import type { DrawingStyle } from '../charts/drawing.ts';
import { darkInk, lightInk } from '../charts/ink.ts';
import { useMoney } from '../me/queries.ts';

interface MeasuredStyle {
  /** Put on the element that the chart fills. */
  readonly ref: RefCallback<HTMLDivElement | null>;
  /** Null until the element has been measured. */
  readonly style: DrawingStyle | null;
}

/** How to draw in the current scheme, in the workspace's currency, in the room that there is. */
export function useDrawingStyle(): MeasuredStyle {
  const money = useMoney();
  const scheme = useComputedColorScheme('light');
  const { ref, width } = useElementSize<HTMLDivElement>();
  const room = width === 0 ? null : width < 440 ? 'narrow' : width < 900 ? 'medium' : 'wide';
  const style = useMemo(
    () =>
      room && {
        ink: scheme === 'dark' ? darkInk : lightInk,
        money,
        narrow: room === 'narrow',
        wide: room === 'wide',
      },
    [scheme, money, room],
  );
  return { ref, style };
}
