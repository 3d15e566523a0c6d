import { expect, test } from 'vitest';
import { holdsAll } from './dependencies.mjs';

const here = { os: 'linux', cpu: 'x64' };
const forHere = { version: '2.0.0', optional: true, os: ['linux'], cpu: ['x64'] };
const forOthers = { version: '2.0.0', optional: true, os: ['darwin'], cpu: ['arm64'] };
const wanted = (more) => ({ '': { version: '9.9.9' }, 'node_modules/a': { version: '1.0.0' }, ...more });

test.each([
  ['everything in its version', {}, { 'node_modules/a': { version: '1.0.0' } }, true],
  [
    'more than is wanted',
    {},
    { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.0.0' } },
    true,
  ],
  ['another version', {}, { 'node_modules/a': { version: '1.0.1' } }, false],
  ['nothing', {}, {}, false],
  ['all but what is for other platforms', { b: forOthers }, { 'node_modules/a': { version: '1.0.0' } }, true],
  ['all but what is for this platform', { b: forHere }, { 'node_modules/a': { version: '1.0.0' } }, false],
])('node_modules with %s', (_, more, present, answer) => {
  expect(holdsAll(wanted(more), present, here)).toBe(answer);
});
