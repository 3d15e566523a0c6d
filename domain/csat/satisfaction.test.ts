import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../calendar/day.ts';
import { csatShare } from '../metrics/csat-share.ts';
import { CSAT_RATINGS, type CsatRating, satisfaction } from './satisfaction.ts';

const asOf = '2026-11-22';

test.each<[string, string, boolean, string | null]>([
  ['today counts', '2026-11-22', true, '2026-11'],
  ['89 days ago counts', '2026-08-25', true, '2026-08'],
  ['90 days ago does not count any more, but shows in its month', '2026-08-24', false, '2026-08'],
  ['the first of December last year is the oldest month', '2025-12-01', false, '2025-12'],
  ['before that is in no month', '2025-11-30', false, null],
  ['tomorrow counts nowhere', '2026-11-23', false, null],
])('an answer of %s', (_, day, lately, month) => {
  const found = satisfaction([{ day, rating: 'positive' }], asOf);
  expect(found.lately.positive).toBe(lately ? 1 : 0);
  expect(found.months.filter(({ positive }) => positive > 0).map((one) => one.month)).toEqual(
    month ? [month] : [],
  );
});

test('there are always twelve months, over the turn of the year too', () => {
  const { months } = satisfaction([], '2027-02-01');
  expect(months.map(({ month }) => month).join(' ')).toBe(
    '2026-03 2026-04 2026-05 2026-06 2026-07 2026-08 2026-09 2026-10 2026-11 2026-12 2027-01 2027-02',
  );
});

test('the share of the last 90 days is the metric’s', () => {
  const answer = fc.record({
    day: fc.integer({ min: -200, max: 30 }).map((days) => addDays(asOf, days)),
    rating: fc.constantFrom<CsatRating>(...CSAT_RATINGS),
  });
  fc.assert(
    fc.property(fc.array(answer), (answers) => {
      const { positive, neutral, negative } = satisfaction(answers, asOf).lately;
      const all = positive + neutral + negative;
      const share = csatShare(
        answers.map((one, i) => ({ id: String(i), ...one })),
        asOf,
      );
      expect(share === null).toBe(all === 0);
      if (share) expect(share.n * BigInt(all)).toBe(share.d * BigInt(positive));
    }),
  );
});
