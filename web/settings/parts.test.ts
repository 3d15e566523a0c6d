import { expect, test } from 'vitest';
import { settingsFor } from './parts.ts';

test('an administrator reaches every part of the settings, each in one group and at one address', () => {
  const parts = settingsFor('admin').flatMap((group) => group.parts);
  expect(parts.map(({ label }) => label)).toEqual(expect.arrayContaining(['Permissions', 'Workspace']));
  expect(new Set(parts.map(({ link }) => link.to)).size).toBe(parts.length);
});

test('members and viewers reach none, and see no empty heading', () => {
  expect(settingsFor('member')).toEqual([]);
  expect(settingsFor('viewer')).toEqual([]);
});
