import { useComputedColorScheme } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useMemo } from 'react';
import type { DrawingStyle } from '../charts/drawing.ts';
import { darkInk, lightInk } from '../charts/ink.ts';
import { useMoney } from '../me/queries.ts';

/** How to draw in the current scheme, in the workspace's currency, at the width of the element that `ref` is put on. */
export function useDrawingStyle() {
  const money = useMoney();
  const scheme = useComputedColorScheme('light');
  const { ref, width } = useElementSize<HTMLDivElement>();
  const narrow = width > 0 && width < 440;
  const style: DrawingStyle = useMemo(
    () => ({ ink: scheme === 'dark' ? darkInk : lightInk, money, narrow }),
    [scheme, money, narrow],
  );
  return { ref, width, style };
}
