import { expect, test } from 'vitest';
import { cycleOfLabel } from './billing-period.ts';

test.each([
  ['Weekly', 'weekly'],
  ['Bi-Weekly', 'biweekly'],
  ['BiWeekly', 'biweekly'],
  ['Fortnightly', 'biweekly'],
  ['Monthly', 'monthly'],
  ['month', 'monthly'],
  ['1 month', 'monthly'],
  ['Bi-Monthly', 'bimonthly'],
  ['Every 2 months', 'bimonthly'],
  ['Quarterly', 'quarterly'],
  ['3 months', 'quarterly'],
  ['Semi-Annual', 'semiannual'],
  ['Half-yearly', 'semiannual'],
  ['6 Months', 'semiannual'],
  ['Annual', 'annual'],
  ['Yearly', 'annual'],
  ['12 months', 'annual'],
  ['Biennial', 'biennial'],
  ['2 years', 'biennial'],
  ['3-yearly', 'triennial'],
  ['One-Time', 'onetime'],
  ['Not recurring', 'onetime'],
  ['4 years', null],
  ['10 months', null],
  ['18 months', null],
  ['Every 4 weeks', null],
  ['Whenever Bob says so', null],
  ['', null],
])('%j is billed %s', (label, cycle) => {
  expect(cycleOfLabel(label)).toBe(cycle);
});
