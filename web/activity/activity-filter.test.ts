import { expect, test } from 'vitest';
import { actionInWords, readFilter, writeFilter } from './activity-filter.ts';

test('a filter comes back from the address as it went into it', () => {
  const filter = { who: 'dana', what: 'update company', from: '2026-11-01', to: '2026-11-30' };
  expect(readFilter(writeFilter(filter))).toEqual(filter);
  expect(writeFilter({})).toEqual({});
});

test.each(['2026-13-01', '2026-02-30', 'yesterday', ''])('a day such as "%s" narrows nothing', (day) => {
  expect(readFilter({ from: [day], to: [day] })).toEqual({});
});

test('an action begins with a capital', () => {
  expect(actionInWords('update stack item')).toBe('Update stack item');
});
