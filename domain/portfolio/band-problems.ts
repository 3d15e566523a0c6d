import { compare, parseDecimal } from '../money/fraction.ts';
import { NO_SCORE } from './defaults.ts';
import type { Band } from './definitions.ts';

/** What is wrong with one of several bands, in words. */
export interface BandProblem {
  /** Its place in the list. */
  readonly band: number;
  readonly field: 'name' | 'from';
  readonly message: string;
}

/**
 * What stands in the way of the bands of a score, given from the lowest up: the first starts at 0, each above the one
 * before and none above 100, and each has a name of its own, which "No score" is not.
 */
export function bandProblems(bands: readonly Band[]): BandProblem[] {
  return bands.flatMap((band, i) => {
    const problems: BandProblem[] = [];
    const wrong = (field: BandProblem['field'], message: string) =>
      problems.push({ band: i, field, message });
    if (band.name.trim() === '') wrong('name', 'Give it a name');
    else if (band.name === NO_SCORE.name)
      wrong('name', `"${NO_SCORE.name}" is what companies without a score have`);
    else if (bands.slice(0, i).some(({ name }) => name === band.name))
      wrong('name', 'Another band has this name');
    const from = parseDecimal(band.from);
    if (i === 0 && from.n !== 0n) wrong('from', 'The first band starts at 0');
    if (i > 0 && compare(from, parseDecimal(bands[i - 1]!.from)) <= 0)
      wrong('from', 'A band starts above the one before');
    if (compare(from, parseDecimal('100')) > 0) wrong('from', 'Scores go up to 100');
    return problems;
  });
}
