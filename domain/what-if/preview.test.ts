import fc from 'fast-check';
import { expect, test } from 'vitest';
import { everyCompany } from '../access/company-scope.ts';
import { dashboard } from '../dashboard/dashboard.ts';
import { WHOLE_DASHBOARD } from '../dashboard/query.ts';
import { createPortfolio, putCompany } from '../portfolio/columns.ts';
import { companyFigures } from '../portfolio/company-figures.ts';
import { quadrantAt } from '../portfolio/placement.ts';
import { AS_OF, company, contract, definitions, metric } from '../portfolio/test-company.ts';
import { changesBetween } from './changes.ts';
import { type Draft, draftedDefinitions, factsDrafter } from './draft.ts';
import { openPreview, type WhatIfPortfolio } from './preview.ts';
import { draftArbitrary, portfolioArbitrary } from './testing/random-portfolio.ts';

const GRANTS = { users: [], securityGroups: [], accountGroups: [], accountManagerCompanies: [] };

/** The portfolio in memory as it is once the draft has been saved. */
function saved({ definitions: stored, companies }: WhatIfPortfolio, draft: Draft) {
  const portfolio = createPortfolio(draftedDefinitions(stored, draft));
  const drafted = factsDrafter(stored, draft);
  for (const facts of companies)
    putCompany(portfolio, companyFigures(portfolio.definitions, drafted(facts), draft.asOf ?? AS_OF));
  return portfolio;
}

const dashboardOf = (portfolio: ReturnType<typeof saved>, value: 'total' | 'perSeat') =>
  dashboard(portfolio, {
    grants: GRANTS,
    scope: everyCompany,
    query: { ...WHOLE_DASHBOARD, value },
    asOf: AS_OF,
  });

test('after any edits, one on top of the other, the preview is the dashboard after saving, figure for figure', {
  timeout: 120_000,
}, () => {
  fc.assert(
    fc.property(
      portfolioArbitrary,
      fc.array(draftArbitrary, { minLength: 1, maxLength: 4 }),
      (world, drafts) => {
        const preview = openPreview(world);
        for (const draft of drafts) {
          const after = preview.of(structuredClone(draft));
          const portfolio = saved(world, draft);
          for (const outcome of after.outcomes) {
            const slot = portfolio.slots.get(outcome.id)!;
            for (const column of [
              'mrr',
              'oneTime',
              'mrrOpportunity',
              'oneTimeOpportunity',
              'coverage',
              'status',
            ] as const)
              expect(outcome[column]).toBe(portfolio.company[column][slot]);
            for (const column of ['health', 'effort', 'employees'] as const)
              expect(outcome[column] ?? Number.NaN).toBe(portfolio.company[column][slot]);
            for (const kind of ['total', 'perSeat'] as const)
              expect(outcome.segment[kind]).toBe(quadrantAt(portfolio, slot, kind) ?? 'not_placed');
          }
          expectSums(changesBetween(preview.now, after, draft.renamedStatuses), portfolio);
        }
      },
    ),
    { numRuns: 200 },
  );
});

function expectSums(changes: ReturnType<typeof changesBetween>, portfolio: ReturnType<typeof saved>) {
  const [total, perSeat] = [dashboardOf(portfolio, 'total'), dashboardOf(portfolio, 'perSeat')];
  expect(changes.companies).toBe(total.companies);
  const statuses = changes.statuses.map(({ name, after }) => [name, after]);
  expect(
    statuses.slice(0, -1).filter(([name]) => total.health.some(({ status }) => status === name)),
  ).toEqual(total.health.slice(0, -1).map(({ status, companies }) => [status, companies]));
  expect(statuses.at(-1)).toEqual(['No score', total.health.at(-1)!.companies]);
  for (const [kind, { segments }] of [
    ['total', total],
    ['perSeat', perSeat],
  ] as const) {
    expect(changes.segments[kind].map(({ name, after }) => [name, after])).toEqual([
      ...segments.quadrants.map(({ name, companies }) => [name, companies]),
      ['Not placed', segments.notPlaced],
    ]);
    expect(changes.midpoints[kind].after).toBe(segments.valueMidpoint);
  }
  const { mrr, oneTime } = total.stackOpportunity;
  expect(changes.money.mrrOpportunity.after).toBe(mrr);
  expect(changes.money.oneTimeOpportunity.after).toBe(oneTime);
}

test('nothing moves by a draft that says what is stored', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(portfolioArbitrary, (world) => {
      const preview = openPreview(world);
      const { moved, companies, statuses } = changesBetween(
        preview.now,
        preview.of({ definitions: structuredClone(world.definitions) }),
      );
      expect(moved).toEqual([]);
      expect(statuses.reduce((sum, { before }) => sum + before, 0)).toBe(companies);
    }),
  );
});

test('of a viewer who does not see every company, the median of all is held', () => {
  const companies = [company({ id: 'a', mrrOverride: 100 }), company({ id: 'b', mrrOverride: 300 })];
  const effortScores = [{ metric: 'custom', points: '1', setOn: null, setBy: null, note: null }];
  const preview = openPreview({
    asOf: AS_OF,
    definitions: definitions({ effortMetrics: [metric({ kind: 'custom', choices: [] })] }),
    companies: companies.map((facts) => ({ ...facts, effortScores })),
    heldMidpoints: { total: { n: 50n, d: 1n }, perSeat: null },
  });
  const segments = () => preview.of({}).outcomes.map(({ segment }) => segment.total);
  expect(segments()).toEqual(['high_value_low_effort', 'high_value_low_effort']);
  const { workspace } = definitions();
  const fixed = preview.of({ definitions: { workspace: { ...workspace, valueMidpoint: 200 } } });
  expect(fixed.outcomes.map(({ segment }) => segment.total)).toEqual([
    'low_value_low_effort',
    'high_value_low_effort',
  ]);
});

test('what a fact is over the current clients follows the draft', () => {
  const own = (id: string, amount: number, stage: 'active' | 'sales' = 'active') =>
    company({ id, stage, contracts: [contract({ id: `${id}-k`, amount })] });
  const preview = openPreview({
    asOf: AS_OF,
    definitions: definitions(),
    companies: [own('a', 500_00), own('b', 100_00), own('c', 900_00, 'sales')],
    heldMidpoints: null,
  });
  expect(preview.spreadOf('mrr')).toEqual({ fact: 'mrr', values: [100, 500], lacking: 0 });
  preview.of({ excludedContracts: new Map([['a-k', true]]) });
  expect(preview.spreadOf('mrr').values).toEqual([0, 100]);
  expect(preview.spreadOf('csat')).toEqual({ fact: 'csat', values: [], lacking: 2 });
});
