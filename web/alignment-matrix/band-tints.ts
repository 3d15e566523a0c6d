import type { CSSProperties } from 'react';
import type { BandMark } from '../alignment/band-mark.ts';

/** Each band's colour as a tint, `--band-0` upwards; `--tint` keeps it so pale that text is legible on any of them. */
export const bandTints = (bands: readonly BandMark[]): CSSProperties =>
  Object.fromEntries(
    bands.map(({ color }, band) => [
      `--band-${band}`,
      `color-mix(in srgb, ${color} var(--tint), var(--mantine-color-body))`,
    ]),
  );
