import { expect, test } from 'vitest';
import { isCurrentClient } from './current.ts';
import { employeesOf } from './employees.ts';

test.each([
  ['set by hand', 25, 40, 3, 2, { number: 25, source: 'override' }],
  ['set to none by hand', 0, 40, 3, 2, { number: 0, source: 'override' }],
  ['synced', null, 40, 3, 2, { number: 40, source: 'synced' }],
  ['counted from the active contacts', null, null, 3, 2, { number: 2, source: 'contacts' }],
  ['only former contacts', null, null, 3, 0, { number: 0, source: 'contacts' }],
  ['nobody knows', null, null, 0, 0, { number: null, source: null }],
])('employees: %s', (_, employeesOverride, employeesSynced, total, active, expected) => {
  expect(employeesOf({ employeesOverride, employeesSynced, contacts: { total, active } })).toEqual(expected);
});

test('current clients are being onboarded or active', () => {
  const stages = ['prospect', 'sales', 'ice', 'agreement', 'onboarding', 'active', 'offboarded'] as const;
  expect(stages.filter(isCurrentClient)).toEqual(['onboarding', 'active']);
});
