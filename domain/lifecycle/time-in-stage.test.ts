import { expect, it } from 'vitest';
import type { Stage } from '../portfolio/facts.ts';
import { type StageStep, timeByStage, timeInStage } from './time-in-stage.ts';

const prospect: StageStep = { to: 'prospect', on: '2026-09-01' };
const sales: StageStep = { to: 'sales', on: '2026-10-01' };

it.each<[string, Stage, string | null, StageStep[], string | null, number | null, number | null]>([
  ['nothing recorded', 'active', null, [], null, null, null],
  ['one step', 'prospect', null, [prospect], '2026-09-01', 91, 91],
  ['two steps', 'sales', null, [prospect, sales], '2026-10-01', 61, 91],
  ['a stage that came with an import since', 'active', null, [prospect, sales], null, null, 91],
  ['today', 'sales', null, [{ to: 'sales', on: '2026-12-01' }], '2026-12-01', 0, 0],
  ['after a fixed today', 'sales', null, [{ to: 'sales', on: '2027-01-01' }], '2027-01-01', 0, 0],
  ['offboarded on a day, without a record', 'offboarded', '2026-11-30', [], '2026-11-30', 1, null],
])('%s', (_, stage, offboardedOn, steps, since, days, totalDays) => {
  expect(timeInStage(stage, offboardedOn, steps, '2026-12-01')).toMatchObject({ since, days, totalDays });
});

const back: StageStep = { to: 'prospect', on: '2026-10-11' };
const again: StageStep = { to: 'sales', on: '2026-11-21' };

it.each<[string, Stage, StageStep[], Record<string, [since: string, days: number]>]>([
  ['nothing recorded', 'active', [], {}],
  ['one step', 'prospect', [prospect], { prospect: ['2026-09-01', 91] }],
  [
    'back and forth, each time counts',
    'sales',
    [prospect, sales, back, again],
    { prospect: ['2026-10-11', 30 + 41], sales: ['2026-11-21', 10 + 10] },
  ],
  [
    'elsewhere by an import: nobody knows until when',
    'active',
    [prospect, sales],
    { prospect: ['2026-09-01', 30] },
  ],
  [
    'two steps on a day',
    'sales',
    [sales, { to: 'ice', on: '2026-10-01' }, back],
    { sales: ['2026-10-01', 0], ice: ['2026-10-01', 10] },
  ],
])('by stage: %s', (_, stage, steps, expected) => {
  const times = [...timeByStage(stage, steps, '2026-12-01')];
  expect(Object.fromEntries(times.map(([key, { since, days }]) => [key, [since, days]]))).toEqual(expected);
});
