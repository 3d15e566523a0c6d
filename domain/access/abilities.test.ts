import { expect, test } from 'vitest';
import { abilityInWords, may } from './abilities.ts';

test.each([
  ['read_companies', true, true, true],
  ['save_views', true, true, true],
  ['make_api_keys', true, true, true],
  ['edit_companies', true, true, false],
  ['export_bundle', true, false, false],
  ['import_bundle', true, false, false],
  ['load_demo', true, false, false],
  ['manage_users', true, false, false],
  ['read_activity', true, false, false],
  ['change_settings', true, false, false],
] as const)('%s: admin %s, member %s, viewer %s', (ability, admin, member, viewer) => {
  expect([may('admin', ability), may('member', ability), may('viewer', ability)]).toEqual([
    admin,
    member,
    viewer,
  ]);
});

test('an ability can be named in a sentence', () => {
  expect(`A viewer may not ${abilityInWords('edit_companies')}.`).toBe(
    'A viewer may not change the companies they see.',
  );
});
