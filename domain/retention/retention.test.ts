import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countedMrr } from './counted-mrr.ts';
import { ledgerOf, MOVEMENTS, movementOf, type Period } from './movements.ts';
import { retentionOf } from './retention.ts';

test.each<[string, Period, ReturnType<typeof movementOf>]>([
  ['a first agreement', { start: 0, end: 500, wasClient: false }, { kind: 'new', amount: 500 }],
  ['a client that came back', { start: 0, end: 400, wasClient: true }, { kind: 'returning', amount: 400 }],
  ['more seats', { start: 500, end: 650, wasClient: true }, { kind: 'expansion', amount: 150 }],
  ['fewer seats', { start: 500, end: 450, wasClient: true }, { kind: 'contraction', amount: -50 }],
  ['the agreement ended', { start: 500, end: 0, wasClient: true }, { kind: 'churn', amount: -500 }],
  ['nothing moved', { start: 500, end: 500, wasClient: true }, null],
  ['never a client', { start: 0, end: 0, wasClient: false }, null],
  ['a credit instead of revenue', { start: 500, end: -20, wasClient: true }, { kind: 'churn', amount: -520 }],
  ['a larger credit', { start: -20, end: -50, wasClient: false }, { kind: 'contraction', amount: -30 }],
])('%s', (_, period, expected) => {
  expect(movementOf(period)).toEqual(expected);
});

test.each([
  ['active', 'active', null, 100],
  ['in onboarding', 'onboarding', null, 100],
  ['a prospect, whatever its contracts say', 'prospect', null, 0],
  ['offboarded', 'offboarded', null, 0],
  ['left that day', 'active', '2026-01-31', 0],
  ['leaves the day after', 'active', '2026-02-01', 100],
  ['stage not on record', null, null, 100],
] as const)('the MRR of a company that is %s', (_, stage, offboardedOn, expected) => {
  expect(countedMrr({ date: '2026-01-31', mrr: 100, stage }, offboardedOn)).toBe(expected);
});

/**
 * Two years of six clients, MRR in dollars at the end of each month, 0 = December before the first year. Worked out by
 * hand below, month by month where anything moved.
 *
 *   Ash     1000 throughout; 1200 from month 6 on; 1100 from month 18 on
 *   Birch   800 until month 8, then gone
 *   Cedar   500 until month 4, gone in months 5–9, back with 450 from month 10 on
 *   Dogwood signs in month 3 with 300; 600 from month 15 on
 *   Elm     2000 until month 12; 1500 from month 13 on; gone from month 20 on
 *   Fir     signs in month 14 with 700
 */
const history: Record<string, (month: number) => number> = {
  ash: (m) => (m < 6 ? 1000 : m < 18 ? 1200 : 1100),
  birch: (m) => (m <= 8 ? 800 : 0),
  cedar: (m) => (m <= 4 ? 500 : m <= 9 ? 0 : 450),
  dogwood: (m) => (m < 3 ? 0 : m < 15 ? 300 : 600),
  elm: (m) => (m <= 12 ? 2000 : m < 20 ? 1500 : 0),
  fir: (m) => (m < 14 ? 0 : 700),
};

function period(from: number, to: number): Period[] {
  return Object.values(history).map((mrr) => ({
    start: mrr(from) * 100,
    end: mrr(to) * 100,
    wasClient: Array.from({ length: from + 1 }, (_, m) => mrr(m)).some((amount) => amount > 0),
  }));
}

describe('a two-year example', () => {
  test.each<[month: number, start: number, moved: Partial<Record<string, number>>, end: number]>([
    [1, 4300, {}, 4300],
    [3, 4300, { new: 300 }, 4600],
    [5, 4600, { churn: -500 }, 4100],
    [6, 4100, { expansion: 200 }, 4300],
    [9, 4300, { churn: -800 }, 3500],
    [10, 3500, { returning: 450 }, 3950],
    [13, 3950, { contraction: -500 }, 3450],
    [14, 3450, { new: 700 }, 4150],
    [15, 4150, { expansion: 300 }, 4450],
    [18, 4450, { contraction: -100 }, 4350],
    [20, 4350, { churn: -1500 }, 2850],
    [24, 2850, {}, 2850],
  ])('month %i: from $%i by %o to $%i', (month, start, moved, end) => {
    const ledger = ledgerOf(period(month - 1, month));
    const expected = { start, end, ...Object.fromEntries(MOVEMENTS.map((kind) => [kind, moved[kind] ?? 0])) };
    expect(ledger).toEqual(
      Object.fromEntries(Object.entries(expected).map(([name, dollars]) => [name, dollars * 100])),
    );
  });

  test.each<[month: number, logo: [number, number], gross: [number, number], net: [number, number]]>([
    // nothing moved: four clients and $4,300 kept
    [1, [4, 4], [4300, 4300], [4300, 4300]],
    // Dogwood is new: it is not in the cohort
    [3, [4, 4], [4300, 4300], [4300, 4300]],
    // Cedar leaves: 4 of 5 clients, $4,100 of $4,600
    [5, [4, 5], [4100, 4600], [4100, 4600]],
    // Ash grows by 200: gross stays at 100 %, net is 4,300 of 4,100
    [6, [4, 4], [4100, 4100], [4300, 4100]],
    [9, [3, 4], [3500, 4300], [3500, 4300]],
    // Cedar comes back: not in the cohort
    [10, [3, 3], [3500, 3500], [3500, 3500]],
    [13, [4, 4], [3450, 3950], [3450, 3950]],
    [15, [5, 5], [4150, 4150], [4450, 4150]],
    [20, [4, 5], [2850, 4350], [2850, 4350]],
  ])('month %i: logos %o, gross %o, net %o', (month, logo, gross, net) => {
    const { kept, clients, keptMrr, startMrr, endMrr, ...shares } = retentionOf(period(month - 1, month));
    expect([
      [kept, clients],
      [keptMrr, startMrr],
      [endMrr, startMrr],
    ]).toEqual([logo, gross.map((n) => n * 100), net.map((n) => n * 100)]);
    expect(shares).toEqual({ logo: logo[0] / logo[1], gross: gross[0] / gross[1], net: net[0] / net[1] });
  });

  test('the first year: of Ash, Birch, Cedar and Elm three are still clients, Cedar with less', () => {
    // gross: 1,000 + 0 + 450 + 2,000 = 3,450 of 4,300; net: 1,200 + 0 + 450 + 2,000 = 3,650
    expect(retentionOf(period(0, 12))).toMatchObject({
      clients: 4,
      kept: 3,
      startMrr: 430_000,
      keptMrr: 345_000,
      endMrr: 365_000,
    });
  });

  test('the second year: of Ash, Cedar, Dogwood and Elm three are still clients', () => {
    // gross: 1,100 + 450 + 300 + 0 = 1,850 of 3,950; net: 1,100 + 450 + 600 + 0 = 2,150
    expect(retentionOf(period(12, 24))).toMatchObject({
      clients: 4,
      kept: 3,
      startMrr: 395_000,
      keptMrr: 185_000,
      endMrr: 215_000,
    });
  });

  test('both years in one ledger: what moved in between and back is no movement', () => {
    // Ash +100, Birch −800, Cedar −50, Dogwood new 600, Elm −2,000, Fir new 700
    expect(ledgerOf(period(0, 24))).toEqual({
      start: 430_000,
      new: 130_000,
      returning: 0,
      expansion: 10_000,
      contraction: -5_000,
      churn: -280_000,
      end: 285_000,
    });
  });
});

const cents = fc.integer({ min: -1_000_000, max: 10_000_000_000 });
const anyPeriod = fc.record({ start: cents, end: cents, wasClient: fc.boolean() });

test('start + movements = end, to the cent, whatever the order', () => {
  fc.assert(
    fc.property(fc.array(anyPeriod), (companies) => {
      const ledger = ledgerOf(companies);
      const moved = MOVEMENTS.reduce((sum, kind) => sum + ledger[kind], ledger.start);
      expect(moved).toBe(ledger.end);
      expect(ledgerOf([...companies].reverse())).toEqual(ledger);
    }),
  );
});

test('the ledgers of months, one after the other, lead from the first start to the last end', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(cents, { minLength: 25, maxLength: 25 }), { maxLength: 8 }),
      (companies) => {
        let mrr = ledgerOf(companies.map((months) => ({ start: 0, end: months[0]!, wasClient: false }))).end;
        for (let month = 1; month <= 24; month += 1) {
          const ledger = ledgerOf(
            companies.map((months) => ({
              start: months[month - 1]!,
              end: months[month]!,
              wasClient: months.slice(0, month).some((amount) => amount > 0),
            })),
          );
          expect(ledger.start).toBe(mrr);
          mrr = MOVEMENTS.reduce((sum, kind) => sum + ledger[kind], ledger.start);
        }
        expect(mrr).toBe(companies.reduce((sum, months) => sum + months[24]!, 0));
      },
    ),
  );
});

test('gross is at most net and at most 100 %, and neither is moved by who is new or returns', () => {
  fc.assert(
    fc.property(fc.array(anyPeriod), (companies) => {
      const retention = retentionOf(companies);
      if (retention.gross !== null) {
        expect(retention.gross).toBeLessThanOrEqual(1);
        expect(retention.gross).toBeLessThanOrEqual(retention.net!);
      }
      expect(retentionOf(companies.filter(({ start }) => start > 0))).toEqual(retention);
    }),
  );
});
