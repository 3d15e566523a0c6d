import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { compare, fraction, toNumber } from '../money/fraction.ts';
import { assessmentScore, categoryScores, keptScore, type ScoredItem } from './score.ts';

/** An item in short: points of possible, times weight. `-`: not answered; `n/a`: does not apply. */
function item(text: string, category = 'Security'): ScoredItem {
  const [answer = '', weight = '1'] = text.split(' × ');
  const [points, possible = '1'] =
    answer.split('/').length === 2 && answer !== 'n/a' ? answer.split('/') : [answer];
  return {
    category,
    weight,
    possible,
    points: points === '-' || points === 'n/a' ? null : points!,
    applicable: points !== 'n/a',
  };
}

describe('the score of an assessment', () => {
  test.each<[what: string, items: string[], score: number | null, open: number]>([
    ['everything as it should be', ['1/1', '1/1'], 100, 0],
    ['nothing as it should be', ['0/1', '0/1'], 0, 0],
    ['half of it', ['1/1', '0/1'], 50, 0],
    ['one partly', ['1/1', '0.5/1'], 75, 0],
    ['what weighs more counts more', ['1/1 × 3', '0/1 × 1'], 75, 0],
    ['answers of different worth', ['3/5 × 2', '1/1 × 1'], (100 * 7) / 11, 0],
    ['what does not apply is as if it were not asked', ['1/1', 'n/a', '0/1'], 50, 0],
    ['what is not answered yet is in neither sum, and said', ['1/1', '-', '-'], 100, 2],
    ['nothing answered: no score, not 0', ['-', '-'], null, 2],
    ['nothing applicable: no score, not 0', ['n/a', 'n/a'], null, 0],
    ['nothing asked', [], null, 0],
    ['what weighs nothing counts for nothing', ['0/1 × 0', '1/1'], 100, 0],
    ['nothing has weight', ['1/1 × 0'], null, 0],
  ])('%s', (_, items, expected, open) => {
    const { score, ...counts } = assessmentScore(items.map((text) => item(text)));
    expect(score && toNumber(score)).toBe(expected);
    expect(counts.open).toBe(open);
    expect(counts.answered + counts.open + counts.notApplicable).toBe(items.length);
  });

  it('is given for each category too, in the order in which they are asked', () => {
    const items = [
      item('1/1', 'Backup'),
      item('0/1', 'Access'),
      item('0/1', 'Backup'),
      item('n/a', 'Network'),
    ];
    const scores = categoryScores(items).map(({ category, score }) => [category, score && toNumber(score)]);
    expect(scores).toEqual([
      ['Backup', 50],
      ['Access', 0],
      ['Network', null],
    ]);
  });

  test.each([
    ['a third', 100, 3, '33.333333'],
    ['two thirds', 200, 3, '66.666667'],
    ['a half millionth goes up', 1, 2_000_000, '0.000001'],
    ['less than that goes down', 1, 2_000_001, '0'],
    ['all', 100, 1, '100'],
    ['none', 0, 1, '0'],
    ['no zeros at its end', 125, 2, '62.5'],
  ])('is kept to six places: %s', (_, n, d, kept) => {
    expect(keptScore(fraction(n, d))).toBe(kept);
  });
});

describe('whatever is asked and answered', () => {
  const hundredths = (most: number) => fc.nat(most * 100).map((n) => `${n / 100}`);
  const scored = fc
    .record({
      category: fc.constantFrom('A', 'B', 'C'),
      weight: fc.option(hundredths(5)),
      possible: hundredths(10),
      part: fc.option(fc.nat(4)),
      applicable: fc.boolean(),
    })
    .map(({ part, ...rest }): ScoredItem => {
      const points = part === null ? null : String(Math.floor(Number(rest.possible) * 25 * part) / 100);
      return { ...rest, points };
    });
  const scores = (items: readonly ScoredItem[]) => assessmentScore(items).score;
  const same = (a: ReturnType<typeof scores>, b: ReturnType<typeof scores>) =>
    a === null || b === null ? a === b : compare(a, b) === 0;
  const holds = (property: (items: readonly ScoredItem[], n: number) => boolean) =>
    fc.assert(fc.property(fc.array(scored), fc.integer({ min: 1, max: 97 }), property));

  it('the order changes nothing', () => holds((items) => same(scores(items), scores(items.toReversed()))));

  it('an item that does not apply, or is not answered, is as good as removed', () =>
    holds((items) =>
      same(scores(items), scores(items.filter(({ applicable, points }) => applicable && points !== null))),
    ));

  it('weights all times the same change nothing', () =>
    holds((items, n) =>
      same(
        scores(items),
        scores(
          items.map((it) => ({ ...it, weight: String(Math.round(Number(it.weight ?? '1') * 100 * n)) })),
        ),
      ),
    ));

  it('it lies from 0 to 100', () =>
    holds((items) => {
      const score = scores(items);
      return score === null || (compare(score, fraction(0)) >= 0 && compare(score, fraction(100)) <= 0);
    }));

  it('it lies between those of its categories', () =>
    holds((items) => {
      const score = scores(items);
      const own = categoryScores(items).flatMap((one) => (one.score ? [one.score] : []));
      if (!score) return own.length === 0;
      return own.some((one) => compare(one, score) <= 0) && own.some((one) => compare(one, score) >= 0);
    }));
});
