import { expect, test } from 'vitest';
import { wantedOf } from './tag-action.ts';

const tag = { tag: 'Legal', companies: 1, stackItems: [] };

test.each([
  ['rename', ' Law ', { to: 'Law' }],
  ['rename', 'Legal', { problem: null }],
  ['rename', '  ', { problem: null }],
  ['rename', 'x'.repeat(201), { problem: 'At most 200 characters' }],
  ['merge', 'HIPAA', { to: 'HIPAA' }],
  ['merge', '', { problem: null }],
  ['delete', '', { to: null }],
] as const)('%s to "%s"', (what, given, expected) => {
  expect(wantedOf({ what, tag }, given)).toEqual(expected);
});
