import { expect, test } from 'vitest';
import { overrideInTheWay, overrideOn } from './in-the-way.ts';

const period = (setOn: string, expiresOn: string) => ({ setOn, expiresOn });
const november = period('2026-11-01', '2026-11-30');
const january = period('2027-01-01', '2027-01-31');

test.each([
  ['2026-11-22', '2026-11-29', november],
  ['2026-11-30', '2026-12-15', november],
  ['2026-12-01', '2026-12-31', null],
  ['2026-12-01', '2027-01-01', january],
  ['2026-10-01', '2027-06-30', november],
  ['2026-11-01', '2026-12-31', null],
])('from %s to %s there is in the way: %j', (setOn, expiresOn, expected) => {
  expect(overrideInTheWay([january, november], period(setOn, expiresOn))).toEqual(expected);
});

test.each([
  ['2026-10-31', null],
  ['2026-11-01', november],
  ['2026-11-30', november],
  ['2026-12-01', null],
])('on %s there holds %j', (day, expected) => {
  expect(overrideOn([november, january], day)).toEqual(expected);
});

test('of several that hold, the latest set', () => {
  const later = period('2026-11-10', '2026-11-12');
  expect(overrideOn([later, november], '2026-11-11')).toEqual(later);
  expect(overrideOn([november, later], '2026-11-11')).toEqual(later);
});
