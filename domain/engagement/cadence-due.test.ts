import { expect, test } from 'vitest';
import { type CadenceFacts, cadenceDue } from './cadence-due.ts';

const nothing: CadenceFacts = {
  every: 'monthly',
  lastHeld: null,
  planned: null,
  setOn: null,
  acquired: null,
};
const today = '2026-11-22';

test.each<[string, Partial<CadenceFacts>, string, number]>([
  ['weekly', { every: 'weekly', lastHeld: '2026-11-16' }, '2026-11-23', 0],
  ['every two weeks', { every: 'biweekly', lastHeld: '2026-11-01' }, '2026-11-15', 7],
  ['monthly, due today, is not overdue', { lastHeld: '2026-10-22' }, '2026-11-22', 0],
  ['monthly, due yesterday', { lastHeld: '2026-10-21' }, '2026-11-21', 1],
  ['a month from the 31st ends with the shorter month', { lastHeld: '2026-08-31' }, '2026-09-30', 53],
  ['quarterly is three calendar months', { every: 'quarterly', lastHeld: '2026-08-30' }, '2026-11-30', 0],
  [
    'from 30 November a quarter is the end of February',
    { every: 'quarterly', lastHeld: '2025-11-30' },
    '2026-02-28',
    267,
  ],
  ['twice a year', { every: 'semiannual', lastHeld: '2026-02-28' }, '2026-08-28', 86],
  ['yearly, from a leap day', { every: 'annual', lastHeld: '2024-02-29' }, '2025-02-28', 632],
  [
    'none was held: from the day it was agreed',
    { setOn: '2026-11-01', acquired: '2019-04-01' },
    '2026-12-01',
    0,
  ],
  [
    'none was held, agreed nobody knows when: from the day the client was won',
    { acquired: '2026-11-10' },
    '2026-12-10',
    0,
  ],
  ['nothing is known: now', {}, '2026-11-22', 0],
  [
    'setting it anew does not forgive what was missed',
    { lastHeld: '2026-09-01', setOn: '2026-11-20' },
    '2026-10-01',
    52,
  ],
  [
    'a meeting that is only planned does not move the day',
    { lastHeld: '2026-10-01', planned: '2026-12-01' },
    '2026-11-01',
    21,
  ],
])('%s', (_, facts, due, overdue) => {
  expect(cadenceDue({ ...nothing, ...facts }, today)).toMatchObject({ due, overdue });
});

test.each([
  [null, true],
  ['2026-12-01', false],
  ['2026-12-10', false],
  ['2026-12-11', true],
])('planned for %s where 10 December is due: unplanned %s', (planned, unplanned) => {
  expect(cadenceDue({ ...nothing, lastHeld: '2026-11-10', planned }, today).unplanned).toBe(unplanned);
});

test.each<[Partial<CadenceFacts>, string]>([
  [{ lastHeld: '2026-10-22' }, 'A month after the last one, held on 2026-10-22'],
  [{ setOn: '2026-11-01' }, 'None was held yet: a month after it was agreed on 2026-11-01'],
  [{ acquired: '2026-11-10' }, 'None was held yet: a month after the client was won on 2026-11-10'],
  [{}, 'None was held yet'],
])('%j says why', (facts, why) => {
  expect(cadenceDue({ ...nothing, ...facts }, today).why).toBe(why);
});
