import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CHANGE_FIGURES, changeSteps, changesBetween, type KeptDay, type OverridePeriod } from './change.ts';

const usual: KeptDay = {
  date: '2026-10-31',
  stage: 'active',
  mrr: 100_000,
  employees: 20,
  health: 72,
  healthStatus: 'Needs attention',
  coverage: 90,
  effort: 40,
  segment: 'high_value_low_effort',
  alignment: 60.5,
  definitionVersion: 7,
  reconstructed: false,
};

const override: OverridePeriod = { setOn: '2026-11-02', expiresOn: '2026-11-20' };

/** The changes to the next kept day in short: "health 72 → 80: data". */
function said(change: Partial<KeptDay>, before: Partial<KeptDay> = {}, overrides: OverridePeriod[] = []) {
  const days = [
    { ...usual, ...before },
    { ...usual, ...before, date: '2026-11-07', ...change },
  ];
  return changeSteps(days, overrides).flatMap(({ changes }) =>
    changes.map(
      ({ figure, before: was, after, reasons }) => `${figure} ${was} → ${after}: ${reasons.join()}`,
    ),
  );
}

test.each<[string, string[], string[]]>([
  ['nothing changed', said({}), []],
  [
    'a better judgement',
    said({ health: 80, healthStatus: 'Satisfactory' }),
    ['health 72 → 80: data', 'healthStatus Needs attention → Satisfactory: data'],
  ],
  [
    'more seats',
    said({ employees: 22, mrr: 110_000 }),
    ['mrr 100000 → 110000: data', 'employees 20 → 22: data'],
  ],
  ['a judgement became too old', said({ coverage: 60 }), ['coverage 90 → 60: stale']],
  [
    'so old that there is no score to go by',
    said({ coverage: 10, healthStatus: 'No score' }),
    ['healthStatus Needs attention → No score: stale', 'coverage 90 → 10: stale'],
  ],
  ['an old judgement was renewed, as it was', said({ coverage: 95 }), ['coverage 90 → 95: data']],
  [
    'a cut score was moved',
    said({ healthStatus: 'Satisfactory', definitionVersion: 8 }),
    ['healthStatus Needs attention → Satisfactory: definitions'],
  ],
  [
    'a metric weighs more; somebody was hired meanwhile',
    said({ health: 65, employees: 21, definitionVersion: 8 }),
    ['employees 20 → 21: data', 'health 72 → 65: definitions'],
  ],
  [
    'an override began',
    said({ healthStatus: 'At risk' }, {}, [override]),
    ['healthStatus Needs attention → At risk: override'],
  ],
  [
    'an override goes on, the score moved below it',
    said({ health: 50 }, { date: '2026-11-03', healthStatus: 'At risk' }, [override]),
    ['health 72 → 50: data'],
  ],
  [
    'others pay more by now',
    said({ segment: 'low_value_low_effort' }),
    ['segment high_value_low_effort → low_value_low_effort: others'],
  ],
  [
    'it makes more work by now',
    said({ segment: 'high_value_high_effort', effort: 55 }),
    ['effort 40 → 55: data', 'segment high_value_low_effort → high_value_high_effort: data'],
  ],
  [
    'it left',
    said({ stage: 'offboarded', segment: null }),
    ['stage active → offboarded: data', 'segment high_value_low_effort → null: data'],
  ],
  [
    'a day that was made up for later says nothing of scores',
    said({
      mrr: 90_000,
      health: null,
      healthStatus: null,
      coverage: null,
      employees: null,
      effort: null,
      segment: null,
      alignment: null,
      reconstructed: true,
    }),
    ['mrr 100000 → 90000: data'],
  ],
  [
    'a version that is not on record is no change of definitions',
    said({ health: 70, definitionVersion: 9 }, { definitionVersion: null }),
    ['health 72 → 70: data'],
  ],
])('%s', (_, changes, expected) => {
  expect(changes).toEqual(expected);
});

test('between two days: what is another one altogether, with every reason on the way', () => {
  const days: KeptDay[] = [
    usual,
    { ...usual, date: '2026-11-07', health: 60, effort: 45 },
    { ...usual, date: '2026-11-14', health: 55, effort: 40, definitionVersion: 8 },
  ];
  expect(changesBetween(days, [])).toEqual([
    { figure: 'health', before: 72, after: 55, reasons: ['data', 'definitions'] },
  ]);
  expect(changeSteps(days, []).map(({ from, to }) => [from, to])).toEqual([
    ['2026-10-31', '2026-11-07'],
    ['2026-11-07', '2026-11-14'],
  ]);
  expect(changesBetween([], [])).toEqual([]);
  expect(changesBetween([usual], [])).toEqual([]);
});

const anyDay = fc.record({
  mrr: fc.constantFrom(0, 100, 200),
  health: fc.constantFrom(null, 40, 60),
  healthStatus: fc.constantFrom('At risk', 'Satisfactory'),
  coverage: fc.constantFrom(50, 100),
  effort: fc.constantFrom(10, 90),
  segment: fc.constantFrom(null, 'high_value_low_effort', 'low_value_low_effort'),
  definitionVersion: fc.constantFrom(null, 1, 2),
});

test('every change between two days has a reason, and steps lead from the first day to the last', () => {
  fc.assert(
    fc.property(fc.array(anyDay, { minLength: 2, maxLength: 6 }), (drawn) => {
      const days = drawn.map((day, i): KeptDay => ({ ...usual, ...day, date: `2026-11-0${i + 1}` }));
      for (const { reasons } of changesBetween(days, [])) expect(reasons.length).toBeGreaterThan(0);
      const steps = changeSteps(days, []);
      for (const figure of CHANGE_FIGURES) {
        const end = steps.reduce((value, { changes }) => {
          const change = changes.find((one) => one.figure === figure);
          if (change) expect(change.before).toBe(value);
          return change ? change.after : value;
        }, days[0]![figure]);
        expect(end).toBe(days.at(-1)![figure]);
      }
    }),
  );
});
