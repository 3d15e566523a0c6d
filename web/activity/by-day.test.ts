import { expect, test } from 'vitest';
import { longDay } from '../ui/days.ts';
import { byDay } from './by-day.ts';
import { someActivity } from './testing/some-activity.ts';

test('changes stand under their days, newest first', () => {
  const [late, noon, before] = ['2026-11-22T20:00:00Z', '2026-11-22T12:00:00Z', '2026-11-20T12:00:00Z'].map(
    (at) => someActivity({ at }),
  );
  expect(byDay([late!, noon!, before!])).toEqual([
    { day: longDay(late!.at), changes: [late, noon] },
    { day: longDay(before!.at), changes: [before] },
  ]);
  expect(byDay([])).toEqual([]);
});
