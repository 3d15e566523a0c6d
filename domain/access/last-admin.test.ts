import { expect, test } from 'vitest';
import { keepsAnAdmin } from './last-admin.ts';
import { user } from './testing/grants.ts';

const [dana, kim] = [user('dana', { role: 'admin' }), user('kim', { role: 'admin' })];

test.each<[string, Parameters<typeof keepsAnAdmin>[0], string[], boolean]>([
  ['an admin who can sign in', [dana], ['dana'], true],
  ['one of two admins is left', [dana, { ...kim, active: false }], ['dana', 'kim'], true],
  ['the only admin becomes a member', [{ ...dana, role: 'member' }], ['dana'], false],
  ['the only admin is deactivated', [{ ...dana, active: false }, user('sam')], ['dana', 'sam'], false],
  ['the admin who is left has only been invited', [{ ...dana, role: 'viewer' }, kim], ['dana'], false],
  ['nobody can sign in yet', [user('sam')], [], true],
])('%s', (_, users, canSignIn, expected) => {
  expect(keepsAnAdmin(users, new Set(canSignIn))).toBe(expected);
});
