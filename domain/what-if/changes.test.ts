import { expect, test } from 'vitest';
import { AS_OF, company, contract, definitions, metric } from '../portfolio/test-company.ts';
import { changesBetween } from './changes.ts';
import type { Draft } from './draft.ts';
import { openPreview } from './preview.ts';

const stored = definitions({
  healthMetrics: [metric({ kind: 'custom', choices: [], maxScore: '100' })],
  effortMetrics: [metric({ kind: 'custom', choices: [], maxScore: '100' })],
});
const score = (points: string) => [{ metric: 'custom', points, setOn: null, setBy: null, note: null }];
const client = (id: string, points: string, amount: number) =>
  company({
    id,
    name: id.toUpperCase(),
    employeesOverride: 10,
    healthScores: score(points),
    effortScores: score('40'),
    contracts: [contract({ id: `${id}-k`, amount, vendor: 'Carrier' })],
  });

const preview = openPreview({
  asOf: AS_OF,
  definitions: stored,
  companies: [
    client('a', '40', 1000),
    client('b', '80', 3000),
    { ...client('c', '10', 9000), stage: 'sales' },
  ],
  heldMidpoints: null,
});
const changes = (draft: Draft) => changesBetween(preview.now, preview.of(draft), draft.renamedStatuses);
const [low, middle, top] = stored.healthBands;

test('a lower cut score lifts who stands above it; who is no current client is not counted', () => {
  const { companies, statuses, moved } = changes({
    definitions: { healthBands: [low!, { ...middle!, from: '40' }, top!] },
  });
  expect(companies).toBe(2);
  expect(statuses.map(({ name, before, after }) => [name, before, after])).toEqual([
    ['At risk', 1, 0],
    ['Needs attention', 0, 1],
    ['Satisfactory', 1, 1],
    ['No score', 0, 0],
  ]);
  expect(moved.map(({ id, status, segment }) => [id, status, segment.total])).toEqual([['a', true, false]]);
  expect([moved[0]!.before.status, moved[0]!.after.status]).toEqual(['At risk', 'Needs attention']);
});

test('a status that is only called otherwise is the same; one that goes away is told with none after', () => {
  const renamed = [low!, middle!, { ...top!, name: 'Fine' }];
  const named = changes({
    definitions: { healthBands: renamed },
    renamedStatuses: new Map([['Satisfactory', 'Fine']]),
  });
  expect(named.moved).toEqual([]);
  expect(named.statuses[2]).toMatchObject({ name: 'Fine', before: 1, after: 1 });

  const gone = changes({ definitions: { healthBands: [low!, middle!] } });
  expect(gone.statuses.map(({ name, before, after }) => [name, before, after])).toEqual([
    ['At risk', 1, 1],
    ['Needs attention', 0, 1],
    ['Satisfactory', 1, 0],
    ['No score', 0, 0],
  ]);
  expect(gone.moved.map(({ id, status }) => [id, status])).toEqual([['b', true]]);
});

test('what is excluded moves sums, the median and segments', () => {
  const { money, midpoints, segments, moved, scores } = changes({
    excludedContracts: new Map([['b-k', true]]),
  });
  expect(money.mrr).toEqual({ before: 4000, after: 1000 });
  expect(midpoints).toEqual({ total: { before: 2000, after: 500 }, perSeat: { before: 200, after: 50 } });
  expect(segments.total.map(({ name, before, after }) => [name, before, after])).toEqual([
    ['Most profitable', 1, 1],
    ['Meet most often', 0, 0],
    ['Risk of silent churn', 1, 1],
    ['Reprice or reduce effort', 0, 0],
    ['Not placed', 0, 0],
  ]);
  expect(moved.map(({ id, status, segment }) => [id, status, segment.total])).toEqual([
    ['a', false, true],
    ['b', false, true],
  ]);
  expect(scores.health).toEqual({ before: 60, after: 60 });
});

test('without companies there are no means, and nothing moves', () => {
  const empty = openPreview({ asOf: AS_OF, definitions: stored, companies: [], heldMidpoints: null });
  const none = changesBetween(empty.now, empty.of({ definitions: { healthMetrics: [] } }));
  expect(none).toMatchObject({
    companies: 0,
    moved: [],
    midpoints: { total: { before: null, after: null } },
  });
  expect(none.scores.health).toEqual({ before: null, after: null });
});

test('effort falls in bands as well, higher meaning more effort', () => {
  const { effortBands } = changes({
    definitions: { effortBands: [stored.effortBands[0]!, { ...stored.effortBands[1]!, from: '41' }] },
  });
  expect(effortBands.map(({ name, before, after }) => [name, before, after])).toEqual([
    ['Low', 0, 2],
    ['Medium', 2, 0],
    ['High', 0, 0],
    ['No score', 0, 0],
  ]);
});
