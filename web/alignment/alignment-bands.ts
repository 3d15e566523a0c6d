import type { AlignmentGrid } from '../../contract/alignment.ts';
import { parseDecimal } from '../../domain/money/fraction.ts';
import { bandIndex } from '../../domain/portfolio/bands.ts';
import { type BandMark, bandMarks } from './band-mark.ts';

/** The workspace's bands of alignment. */
export interface AlignmentBands {
  /** The band of a percentage 0–100, known before the server has said it. */
  at(percent: number): BandMark;
}

export function alignmentBands(bands: AlignmentGrid['bands']): AlignmentBands {
  const marks = bandMarks(bands);
  const bounds = bands.map(({ from }) => parseDecimal(String(from)));
  return { at: (percent) => marks[bandIndex(bounds, parseDecimal(String(percent)))]! };
}
