import fc from 'fast-check';
import { expect, test } from 'vitest';
import { budget } from './budget.ts';
import { quartersBetween } from './quarter.ts';
import { worthOf } from './worth.ts';

const asOf = '2026-11-22';
const open = (targetQuarter: string | null, mrr: number | null, oneTime: number | null) => ({
  targetQuarter,
  state: 'not_started' as const,
  ...worthOf({ winProbability: '50', lines: [{ mrr, oneTime }] }),
});

test('what is paid every month goes on in the quarters after it', () => {
  const { quarters, years } = budget([open('2026-Q4', 100, 1000), open('2027-Q2', 10, null)], asOf);
  expect(quarters.map(({ period, ...amounts }) => [period, ...Object.values(amounts)])).toEqual([
    // period, begins, once, a month by then, recurring, total
    ['2026-Q4', 100, 1000, 100, 300, 1300],
    ['2027-Q1', 0, 0, 100, 300, 300],
    ['2027-Q2', 10, 0, 110, 330, 330],
    ['2027-Q3', 0, 0, 110, 330, 330],
    ['2027-Q4', 0, 0, 110, 330, 330],
  ]);
  expect(
    years.map(({ period, recurring, oneTime, mrrByThen }) => [period, recurring, oneTime, mrrByThen]),
  ).toEqual([
    ['2026', 300, 1000, 100],
    ['2027', 1290, 0, 110],
  ]);
});

test('what is overdue or has no quarter stands apart, and what is closed costs nothing more', () => {
  const completed = { ...open('2026-Q4', 7, 7), state: 'completed' as const };
  const declined = { ...open('2027-Q1', 7, 7), state: 'declined' as const };
  const { overdue, unplanned, quarters, whole } = budget(
    [open('2026-Q3', 1, 20), open(null, 3, 40), completed, declined],
    asOf,
  );
  expect(overdue).toEqual({ mrr: 1, oneTime: 20 });
  expect(unplanned).toEqual({ mrr: 3, oneTime: 40 });
  expect(quarters.every(({ total }) => total === 0)).toBe(true);
  expect(whole).toEqual({ mrr: 4, oneTime: 60 });
});

test.each([
  ['2026-01-01', null, '2026-Q1', '2026-Q4'],
  ['2026-05-31', null, '2026-Q2', '2027-Q4'],
  [asOf, null, '2026-Q4', '2027-Q4'],
  [asOf, '2028-Q1', '2026-Q4', '2028-Q4'],
  [asOf, '2030-Q4', '2026-Q4', '2030-Q4'],
  [asOf, '2031-Q1', '2026-Q4', '2027-Q4'],
  [asOf, '9999-Q4', '2026-Q4', '2027-Q4'],
])('on %s, planned up to %s, the budget runs without gaps from %s to %s', (day, planned, first, last) => {
  const periods = budget([open(planned, 1, null)], day).quarters.map(({ period }) => period);
  expect(periods).toEqual(quartersBetween(first, last));
});

test('what is planned for more than four years after this one comes later', () => {
  const { later, whole, quarters } = budget([open('2031-Q1', 5, 50), open('2030-Q4', 1, 0)], asOf);
  expect(later).toEqual({ mrr: 5, oneTime: 50 });
  expect(whole).toEqual({ mrr: 6, oneTime: 50 });
  expect(quarters.at(-1)).toMatchObject({ period: '2030-Q4', mrrByThen: 1 });
});

test('weighted, each line is rounded half up', () => {
  const lines = [
    { mrr: 101, oneTime: null },
    { mrr: 101, oneTime: 3 },
  ];
  const worth = worthOf({ winProbability: '50', lines });
  expect(worth).toEqual({ mrr: 202, oneTime: 3, weightedMrr: 102, weightedOneTime: 2 });
  expect(worthOf({ winProbability: null, lines }).weightedMrr).toBe(122);
  expect(budget([{ targetQuarter: '2026-Q4', state: 'started', ...worth }], asOf, 'weighted').whole).toEqual({
    mrr: 102,
    oneTime: 2,
  });
});

test('the quarters, the overdue, the unplanned and the later are the whole to the cent, and years are their quarters', () => {
  const cents = fc.option(fc.nat(10_000_000));
  const recommendation = fc
    .record({
      targetQuarter: fc.option(
        fc.constantFrom('2025-Q1', '2026-Q3', '2026-Q4', '2027-Q1', '2027-Q4', '2030-Q2', '2031-Q1'),
      ),
      state: fc.constantFrom('not_started' as const, 'started' as const, 'completed' as const),
      winProbability: fc.option(fc.integer({ min: 0, max: 10_000 }).map((percent) => String(percent / 100))),
      lines: fc.array(fc.record({ mrr: cents, oneTime: cents }), { maxLength: 4 }),
    })
    .map((planned) => ({ ...planned, ...worthOf(planned) }));
  fc.assert(
    fc.property(
      fc.array(recommendation),
      fc.constantFrom('gross', 'weighted'),
      (recommendations, weighing) => {
        const { quarters, years, overdue, unplanned, later, whole } = budget(recommendations, asOf, weighing);
        const parts = [...quarters, overdue, unplanned, later];
        expect(parts.reduce((sum, { mrr }) => sum + mrr, 0)).toBe(whole.mrr);
        expect(parts.reduce((sum, { oneTime }) => sum + oneTime, 0)).toBe(whole.oneTime);
        const total = (periods: typeof quarters) => periods.reduce((sum, period) => sum + period.total, 0);
        expect(total(years)).toBe(total(quarters));
      },
    ),
  );
});
