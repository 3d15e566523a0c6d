import fc from 'fast-check';
import { expect, test } from 'vitest';
import { explainCompany } from '../portfolio/company-figures.ts';
import type { ScoreExplanation } from '../portfolio/explanation.ts';
import { AS_OF, company, definitions, metric } from '../portfolio/test-company.ts';

interface Input {
  points: string | null;
  weight?: string;
  maxScore?: string;
  setOn?: string | null;
}

/** Custom metrics of maximum 100 that go stale after 30 days, each with its points. */
function score(inputs: readonly Input[]): ScoreExplanation {
  const healthMetrics = inputs.map(({ weight = '1', maxScore = '100' }, i) =>
    metric({ id: `m${i}`, kind: 'custom', choices: [], weight, maxScore, staleAfterDays: 30 }),
  );
  const healthScores = inputs.flatMap(({ points, setOn = null }, i) =>
    points === null ? [] : [{ metric: `m${i}`, points, setOn, setBy: null, note: null }],
  );
  return explainCompany(definitions({ healthMetrics }), company({ healthScores }), AS_OF).health;
}

test.each<[string, Input[], number | null, number]>([
  ['no metrics', [], null, 0],
  ['no value', [{ points: null }], null, 0],
  ['49.5 is 50', [{ points: '49' }, { points: '50' }], 50, 1],
  ['49.49 is 49', [{ points: '49.49' }], 49, 1],
  ['two thirds', [{ points: '2', maxScore: '3' }], 67, 1],
  ['weights', [{ points: '100', weight: '3' }, { points: '0' }], 75, 1],
  ['a third of a weight', [{ points: '100', weight: '0.5' }, { points: '0' }], 33, 1],
  [
    'a metric without a value is left out, but not of the coverage',
    [{ points: '80' }, { points: null, weight: '3' }],
    80,
    0.25,
  ],
  [
    'a stale value counts in the score, not in the coverage',
    [{ points: '80', setOn: '2026-10-01' }, { points: '20' }],
    50,
    0.5,
  ],
  ['only a weightless value', [{ points: '80', weight: '0' }, { points: null }], null, 0],
  ['no weight at all', [{ points: '80', weight: '0' }], null, 0],
])('%s', (_, inputs, expected, coverage) => {
  expect(score(inputs)).toMatchObject({ score: expected, coverage });
});

test('the oldest input is the oldest that carries a date', () => {
  const inputs = [
    { points: '1' },
    { points: '1', setOn: '2026-11-02' },
    { points: '1', setOn: '2026-10-01' },
    { points: null },
  ];
  expect(score(inputs).oldestInput).toEqual({ metric: 'm2', date: '2026-10-01', ageDays: 52 });
  expect(score([{ points: '1' }]).oldestInput).toBeNull();
});

const input = fc.record({
  points: fc.option(
    fc.integer({ min: 0, max: 200 }).map((n) => String(n / 2)),
    { nil: null },
  ),
  weight: fc.constantFrom('0', '0.25', '1', '1.5', '3'),
  setOn: fc.constantFrom(null, '2026-10-01', AS_OF),
});

test('the parts sum to the whole, which stays within 0 and 100, whatever their order', () => {
  fc.assert(
    fc.property(fc.array(input, { maxLength: 8 }), (inputs) => {
      const told = score(inputs);
      const parts = told.parts.reduce((sum, { contribution }) => sum + (contribution ?? 0), 0);
      if (told.score === null) expect(parts).toBe(0);
      else {
        expect(Math.abs(parts - told.score)).toBeLessThan(0.5 + 1e-9);
        expect(told.score).toBeGreaterThanOrEqual(0);
        expect(told.score).toBeLessThanOrEqual(100);
      }
      expect(told.coverage).toBeGreaterThanOrEqual(0);
      expect(told.coverage).toBeLessThanOrEqual(1);
      const turned = score([...inputs].reverse());
      expect([turned.score, turned.coverage]).toEqual([told.score, told.coverage]);
    }),
  );
});

test('the score is the exact weighted mean, rounded half up', () => {
  fc.assert(
    fc.property(fc.array(input, { minLength: 1, maxLength: 8 }), (inputs) => {
      // In quarters of a weight and halves of a point everything is a whole number.
      const valued = inputs.filter(({ points }) => points !== null);
      const weight = (w: string) => BigInt(Number(w) * 4);
      const weights = valued.reduce((sum, one) => sum + weight(one.weight), 0n);
      const points = valued.reduce(
        (sum, one) => sum + weight(one.weight) * BigInt(Number(one.points) * 2),
        0n,
      );
      const expected = weights === 0n ? null : Number((points + weights) / (2n * weights));
      expect(score(inputs).score).toBe(expected);
    }),
  );
});
