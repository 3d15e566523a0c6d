import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RetentionFigure } from './figures.ts';
import {
  BREAKDOWNS,
  type Breakdown,
  type CompanyHistory,
  NO_STANDING_FILTER,
  type Standing,
} from './history.ts';
import { MOVEMENTS } from './movements.ts';
import { type RetentionQuestion, retentionReport, retentionRows } from './report.ts';
import type { Span } from './spans.ts';

const standing = (health: string, accountManager: readonly string[] | null, group = 'east'): Standing => ({
  accountManager,
  accountGroup: [group],
  segment: ['high_value_low_effort'],
  health: [health],
});

/** A company's MRR in dollars and where it stood on each of the days it was there. */
function company(
  id: string,
  clientSince: string | null,
  days: Record<string, readonly [dollars: number, standing: Standing | null]>,
): CompanyHistory {
  const nowhere: Standing = { accountManager: null, accountGroup: null, segment: null, health: null };
  return {
    company: id,
    clientSince,
    closings: new Map(
      Object.entries(days).map(([day, [dollars, at]]) => [
        day,
        { mrr: dollars * 100, standing: at ?? nowhere },
      ]),
    ),
  };
}

const [SEP, OCT, NOV] = ['2026-09-30', '2026-10-31', '2026-11-21'];
const october: Span = { month: '2026-10', start: SEP!, end: OCT! };
const november: Span = { month: '2026-11', start: OCT!, end: NOV! };

/*
 * Ash was red and Riley's at the end of September, and green and Morgan's a month later, paying 200 more.
 * Birch is red and Riley's, and gone in October. Cedar signs in October, green, both managers'.
 * Dogwood left in spring and comes back in November, with nothing on record but its MRR.
 */
const facts = {
  histories: [
    company('ash', '2025-01-31', {
      [SEP!]: [1000, standing('red', ['riley'])],
      [OCT!]: [1200, standing('green', ['morgan'])],
      [NOV!]: [1200, standing('green', ['morgan'])],
    }),
    company('birch', '2025-01-31', {
      [SEP!]: [500, standing('red', ['riley'], 'west')],
      [OCT!]: [0, standing('red', ['riley'], 'west')],
    }),
    company('cedar', OCT!, {
      [OCT!]: [300, standing('green', ['morgan', 'riley'])],
      [NOV!]: [250, standing('yellow', ['morgan', 'riley'])],
    }),
    company('dogwood', '2025-01-31', { [SEP!]: [0, null], [OCT!]: [0, null], [NOV!]: [400, null] }),
  ],
  answers: [
    { company: 'ash', month: '2026-10', positive: 3, neutral: 0, negative: 1 },
    { company: 'birch', month: '2026-10', positive: 0, neutral: 0, negative: 1 },
    { company: 'ash', month: '2026-02', positive: 1, neutral: 1, negative: 0 },
    { company: 'prospect', month: '2026-10', positive: 5, neutral: 0, negative: 0 },
  ],
};

const ask = (more: Partial<RetentionQuestion> = {}): RetentionQuestion => ({
  over: 'month',
  by: null,
  filter: NO_STANDING_FILTER,
  ...more,
});

/** Group by group: MRR in dollars at the start, moved, and at the end. */
function moved(by: Breakdown, span: Span) {
  return Object.fromEntries(
    retentionReport(facts, [span], ask({ by })).groups.map(({ id, months }) => {
      const figures = months[0]!.figures!;
      const movements = MOVEMENTS.filter((kind) => figures[kind].companies > 0).map(
        (kind) => `${kind} ${figures[kind].mrr / 100}`,
      );
      return [String(id), [figures.start.mrr / 100, ...movements, figures.end.mrr / 100]];
    }),
  );
}

describe('a client counts where it stood at the start, a new one where it stands at the end', () => {
  test.each<[Breakdown, Span, ReturnType<typeof moved>]>([
    // Ash's growth is of those who were red; Cedar is new and green
    ['health', october, { red: [1500, 'expansion 200', 'churn -500', 1200], green: [0, 'new 300', 300] }],
    // Cedar has two managers, so it counts under both
    [
      'accountManager',
      october,
      { riley: [1500, 'new 300', 'expansion 200', 'churn -500', 1500], morgan: [0, 'new 300', 300] },
    ],
    [
      'accountGroup',
      october,
      { east: [1000, 'new 300', 'expansion 200', 1500], west: [500, 'churn -500', 0] },
    ],
    // Dogwood's health is not on record
    ['health', november, { green: [1500, 'contraction -50', 1450], null: [0, 'returning 400', 400] }],
  ])('by %s in %o', (by, span, expected) => {
    const { null: none, ...groups } = moved(by, span);
    const { null: expectedNone, ...expectedGroups } = expected;
    expect(groups).toEqual(expectedGroups);
    // who only answered a survey stands nowhere, with no MRR
    expect(none ?? [0, 0]).toEqual(expectedNone ?? [0, 0]);
  });
});

test('filters narrow each other, their values are alternatives, and what is not on record passes none', () => {
  const end = (filter: Partial<Record<Breakdown, string[]>>) =>
    retentionReport(facts, [october], ask({ filter: { ...NO_STANDING_FILTER, ...filter } })).months[0]!
      .figures!.end.mrr / 100;
  expect(end({})).toBe(1500);
  expect(end({ health: ['red'] })).toBe(1200);
  expect(end({ health: ['red', 'green'] })).toBe(1500);
  expect(end({ health: ['green'], accountManager: ['morgan'] })).toBe(300);
  expect(end({ health: ['green'], accountGroup: ['west'] })).toBe(0);
});

test('CSAT is of the month or of twelve, of everybody who answered, and of a group by who stood in it', () => {
  const csat = (question: Partial<RetentionQuestion>) =>
    retentionReport(facts, [october], ask(question)).months[0]!.csat;
  expect(csat({})).toEqual({ positive: 8, neutral: 0, negative: 2, share: 0.8 });
  expect(csat({ over: 'year' })).toEqual({ positive: 9, neutral: 1, negative: 2, share: 0.75 });
  expect(csat({ filter: { ...NO_STANDING_FILTER, health: ['red'] } })).toMatchObject({ share: 0.6 });
  expect(retentionReport(facts, [november], ask()).months[0]!.csat.share).toBeNull();
});

test('without two days on record there are no figures, and CSAT is there all the same', () => {
  const { months } = retentionReport(facts, [{ month: '2026-10', start: null, end: null }], ask());
  expect(months).toEqual([{ figures: null, csat: { positive: 8, neutral: 0, negative: 2, share: 0.8 } }]);
});

test.each<[RetentionFigure, string[]]>([
  ['start', ['ash', 'birch']],
  ['new', ['cedar']],
  ['expansion', ['ash']],
  ['churn', ['birch']],
  ['contraction', []],
  ['end', ['ash', 'cedar']],
  ['retention', ['ash', 'birch']],
  ['csat', ['ash', 'birch', 'prospect']],
])('the rows behind %s', (figure, expected) => {
  const rows = retentionRows(facts, { span: october, figure, group: undefined }, ask());
  expect(rows.map((row) => row.company).sort()).toEqual(expected);
});

test('rows say what was kept of each, and a group opens its own', () => {
  const [row, ...others] = retentionRows(
    facts,
    { span: october, figure: 'retention', group: 'east' },
    ask({ by: 'accountGroup' }),
  );
  expect(others).toEqual([]);
  expect(row).toMatchObject({
    company: 'ash',
    start: 100_000,
    end: 120_000,
    kept: 100_000,
    movement: 'expansion',
    amount: 20_000,
  });
});

const anyHistories = fc.array(
  fc.record({
    start: fc.option(fc.integer({ min: -500, max: 500_000 }), { nil: undefined }),
    end: fc.option(fc.integer({ min: -500, max: 500_000 }), { nil: undefined }),
    was: fc.boolean(),
    health: fc.constantFrom('red', 'green'),
  }),
  { maxLength: 12 },
);

test('start + movements = end in MRR and in clients, groups of one-to-one breakdowns add up, rows add up to their figure', () => {
  fc.assert(
    fc.property(anyHistories, (drawn) => {
      const histories = drawn.map(({ start, end, was, health }, i) => ({
        company: `c${i}`,
        clientSince: was ? '2025-01-31' : null,
        closings: new Map(
          [
            [SEP!, start],
            [OCT!, end],
          ].flatMap(([day, mrr]) =>
            mrr === undefined
              ? []
              : [[day as string, { mrr: mrr as number, standing: standing(health, []) }]],
          ),
        ),
      }));
      const all = { histories, answers: [] };
      const report = retentionReport(all, [october], ask({ by: 'health' }));
      const figures = report.months[0]!.figures!;
      expect(MOVEMENTS.reduce((sum, kind) => sum + figures[kind].mrr, figures.start.mrr)).toBe(
        figures.end.mrr,
      );
      expect(
        figures.start.companies +
          figures.new.companies +
          figures.returning.companies -
          figures.churn.companies,
      ).toBe(figures.end.companies);
      for (const kind of ['start', ...MOVEMENTS, 'end'] as const) {
        const sum = report.groups.reduce((total, { months }) => total + months[0]!.figures![kind].mrr, 0);
        expect(sum).toBe(figures[kind].mrr);
        const rows = retentionRows(all, { span: october, figure: kind, group: undefined }, ask());
        const amount = (row: (typeof rows)[number]) =>
          kind === 'start' ? row.start : kind === 'end' ? row.end : row.amount;
        expect(rows.reduce((total, row) => total + amount(row), 0)).toBe(figures[kind].mrr);
      }
    }),
  );
});

test('every breakdown can be asked for', () => {
  for (const by of BREAKDOWNS)
    expect(retentionReport(facts, [october], ask({ by })).groups.length).toBeGreaterThan(0);
});
