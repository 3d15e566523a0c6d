import { expect, test } from 'vitest';
import { daysWithoutUpdate } from './escalation.ts';

test.each([
  ['open', '2026-11-20', 2],
  ['open', '2026-11-22', 0],
  ['open', '2026-11-30', 0],
  ['open', null, 0],
  ['resolved', '2026-11-01', 0],
] as const)('%s, the next update due %s: %i days late', (status, nextUpdateDue, late) => {
  expect(daysWithoutUpdate({ status, nextUpdateDue }, '2026-11-22')).toBe(late);
});
