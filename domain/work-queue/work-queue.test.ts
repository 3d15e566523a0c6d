import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canSee, companyScope, everyCompany } from '../access/company-scope.ts';
import { ceilingOf, grantsOf, reachOf } from '../access/testing/grants.ts';
import { addDays } from '../calendar/day.ts';
import { isSetAside, type Mark } from './mark.ts';
import type { Situation } from './situation.ts';
import { AS_OF, situation } from './testing/situation.ts';
import { URGENCIES, urgencyOf } from './urgency.ts';
import { workQueue } from './work-queue.ts';

const day = fc.integer({ min: -200, max: 200 }).map((days) => addDays(AS_OF, days));
const maybeDay = fc.option(day);
const many = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 3 });
const keyed = <T extends { id: string }>(one: fc.Arbitrary<T>) =>
  fc.uniqueArray(one, { maxLength: 3, selector: ({ id }) => id });
const id = fc.constantFrom('a', 'b', 'c', 'd');
const user = fc.option(fc.constantFrom('dana', 'lee'));

const anySituation = (company: string): fc.Arbitrary<Situation> =>
  fc
    .record({
      stage: fc.constantFrom(
        'prospect' as const,
        'onboarding' as const,
        'active' as const,
        'offboarded' as const,
      ),
      name: fc.constantFrom('Acme', 'Bolt', 'Zeta'),
      mrr: fc.constantFrom(0, 1000, 2000),
      highValue: fc.boolean(),
      vcio: user,
      accountManager: user,
      health: fc.record({
        score: fc.option(fc.integer({ min: 0, max: 100 })),
        status: fc.constant('Status'),
        red: fc.boolean(),
        redSince: maybeDay,
        fall: fc.option(fc.record({ from: fc.constant(100), on: day, since: maybeDay })),
      }),
      cadences: fc.uniqueArray(
        fc.record({
          kind: fc.constantFrom('pulse' as const, 'vcio' as const),
          every: fc.constant('monthly' as const),
          due: day,
          why: fc.constant('Because'),
          planned: maybeDay,
        }),
        { maxLength: 2, selector: ({ kind }) => kind },
      ),
      unclosedMeetings: keyed(fc.record({ id, kind: fc.constant('vcio' as const), date: day })),
      actionItems: keyed(
        fc.record({
          id,
          title: fc.constant('Call'),
          dueDate: day,
          owner: user,
          ownerName: fc.constant(null),
          meeting: fc.constant('meeting'),
        }),
      ),
      renewals: keyed(
        fc.record({ id, end: day, days: fc.integer({ min: 0, max: 90 }), mrr: fc.nat(1000) }),
      ).map((list) =>
        list.map(({ id: contract, ...rest }) => ({ ...rest, contract: { id: contract, name: 'K' } })),
      ),
      staleMetrics: many(
        fc.record({ kind: fc.constant('health' as const), id, name: id, date: day, staleOn: day }),
      ),
    })
    .map((own) => situation({ id: company, ...own }));

const COMPANIES = ['acme', 'bolt', 'core', 'dune'];
const anyCompanies = fc
  .subarray(COMPANIES)
  .chain((ids) => fc.tuple(...ids.map(anySituation)).map((list): Situation[] => list));

it('is the same whatever the order in which companies come', () => {
  fc.assert(
    fc.property(
      anyCompanies.chain((list) =>
        fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
      ),
      ([list, shuffled]) => {
        expect(workQueue(shuffled, everyCompany, AS_OF)).toEqual(workQueue(list, everyCompany, AS_OF));
      },
    ),
  );
});

it('has of the companies that one sees what it would have without the others, and nothing of those', () => {
  fc.assert(
    fc.property(anyCompanies, fc.subarray(COMPANIES), (list, seen) => {
      const grants = grantsOf({ securityGroups: [ceilingOf(seen)], accountGroups: [reachOf(seen)] });
      const scope = companyScope(grants, 'ana');
      const mine = list.filter((company) => canSee(scope, company.id));
      expect(workQueue(list, scope, AS_OF)).toEqual(workQueue(mine, everyCompany, AS_OF));
    }),
  );
});

it('comes by urgency, each item once within its company', () => {
  fc.assert(
    fc.property(anyCompanies, (list) => {
      const items = workQueue(list, everyCompany, AS_OF);
      const order = items.map((item) => URGENCIES.indexOf(urgencyOf(item, AS_OF)));
      expect(order).toEqual(order.toSorted((a, b) => a - b));
      expect(new Set(items.map((item) => `${item.company} ${item.id}`)).size).toBe(items.length);
    }),
  );
});

it('puts a relationship in danger first, and the larger client before the smaller', () => {
  const red = {
    health: { score: 20, status: 'At risk', red: true, redSince: '2026-11-01', fall: null },
    unclosedMeetings: [{ id: 'm', kind: 'vcio' as const, date: '2026-11-01' }],
  };
  const queue = workQueue(
    [situation({ ...red, id: 'small', mrr: 1 }), situation({ ...red, id: 'large', mrr: 2 })],
    everyCompany,
    AS_OF,
  );
  expect(queue.map(({ company, kind }) => `${company} ${kind}`)).toEqual([
    'large red_high_value',
    'small red_high_value',
    'large meeting_outcome',
    'small meeting_outcome',
  ]);
});

const marked = (state: Mark['state'], until: string | null = null): Mark => ({ state, cause: 'it', until });

it.each<[string, string, Mark | undefined, boolean]>([
  ['untouched', 'it', undefined, false],
  ['done', 'it', marked('done'), true],
  ['done, and there is another reason now', 'another', marked('done'), false],
  ['dismissed', 'it', marked('dismissed'), true],
  ['dismissed, and there is another reason now', 'another', marked('dismissed'), false],
  ['snoozed until tomorrow', 'it', marked('snoozed', '2026-11-23'), true],
  ['snoozed until today', 'it', marked('snoozed', AS_OF), false],
  ['snoozed, and there is another reason now', 'another', marked('snoozed', '2026-12-24'), false],
])('is set aside or not: %s', (_, cause, mark, expected) => {
  expect(isSetAside({ cause }, mark, AS_OF)).toBe(expected);
});

it('brings back what was done only when its cause changes, on whatever day', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('it', 'another'),
      fc.constantFrom('done' as const, 'dismissed' as const),
      day,
      (cause, state, on) => {
        expect(isSetAside({ cause }, marked(state), on)).toBe(cause === 'it');
      },
    ),
  );
});
