import { expect, test } from 'vitest';
import { companyFigures, explainCompany } from '../portfolio/company-figures.ts';
import type { Definitions } from '../portfolio/definitions.ts';
import type { HealthOverride } from '../portfolio/facts.ts';
import { AS_OF, company, definitions, metric } from '../portfolio/test-company.ts';

function told(points: string | null, overrides: Partial<HealthOverride>[] = [], minimumCoverage = '0') {
  const rules: Definitions = definitions({
    healthMetrics: [
      metric({ kind: 'custom', choices: [], maxScore: '100' }),
      metric({ kind: 'csat', weight: '2' }),
    ],
  });
  const facts = company({
    healthScores: points === null ? [] : [{ metric: 'custom', points, setOn: null, setBy: null, note: null }],
    healthOverrides: overrides.map((own) => ({
      status: 'At risk',
      reason: 'New owner',
      setOn: '2026-11-01',
      expiresOn: '2026-12-01',
      setBy: 'ana',
      ...own,
    })),
  });
  const workspace = { ...rules.workspace, minimumCoverage };
  const definitions_ = { ...rules, workspace };
  const { score, status } = explainCompany(definitions_, facts, AS_OF).health;
  const index = companyFigures(definitions_, facts, AS_OF).status;
  expect(definitions_.healthBands[index]?.name ?? 'No score').toBe(status.name);
  return { ...status, score };
}

test.each([
  [null, 'No score'],
  ['0', 'At risk'],
  ['49.4', 'At risk'],
  ['49.5', 'Needs attention'],
  ['50', 'Needs attention'],
  ['74.5', 'Satisfactory'],
  ['100', 'Satisfactory'],
])(
  'a score of %s is %s: the rounded score falls in the band, whose lower bound is inclusive',
  (points, name) => {
    expect(told(points)).toMatchObject({
      name,
      source: points === null ? 'no score' : 'band',
      override: null,
    });
  },
);

// The one value that is there carries a third of the weight.
test.each([
  ['33.3', 'Satisfactory', 'The score is 75 or more'],
  ['33.4', 'No score', 'The coverage is below 33.4 %'],
])('with a minimum coverage of %s %% the status is %s, and the score stays', (minimum, name, reason) => {
  expect(told('90', [], minimum)).toMatchObject({ name, reason, score: 90 });
});

test.each<[string, Partial<HealthOverride>, string]>([
  ['in force', {}, 'At risk'],
  ['set today', { setOn: AS_OF }, 'At risk'],
  ['from tomorrow', { setOn: '2026-11-23' }, 'Satisfactory'],
  ['on its last day', { expiresOn: AS_OF }, 'At risk'],
  ['expired yesterday', { expiresOn: '2026-11-21' }, 'Satisfactory'],
  ['to "No score"', { status: 'No score' }, 'No score'],
  ['to a status that is gone', { status: 'Doomed' }, 'Satisfactory'],
])('an override %s', (_, own, name) => {
  const status = told('90', [own]);
  expect(status).toMatchObject({ name, score: 90 });
  expect(status.withoutOverride.name).toBe('Satisfactory');
});

test('an override also stands where there is no score, and says until when and why', () => {
  expect(told(null, [{}])).toMatchObject({
    name: 'At risk',
    source: 'override',
    reason: 'Set by hand until 2026-12-01: New owner',
    score: null,
    withoutOverride: { name: 'No score' },
  });
});

test('of two overrides the one set last stands', () => {
  const overrides = [{ setOn: '2026-11-10', status: 'Needs attention' }, { setOn: '2026-11-01' }];
  expect(told('90', overrides).name).toBe('Needs attention');
  expect(told('90', overrides.reverse()).name).toBe('Needs attention');
});
