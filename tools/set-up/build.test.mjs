import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashOf } from './build.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'quarterdeck-hash-'));
  write('server/app.ts', 'one');
  write('package.json', '{}');
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name, content) {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), content);
}
const hash = () => hashOf(folder, ['server', 'web', 'package.json']);

test.each([
  ['changed', () => write('server/app.ts', 'two')],
  ['added', () => write('server/deep/er.ts', '')],
  ['renamed', () => [write('server/app2.ts', 'one'), rmSync(path.join(folder, 'server/app.ts'))]],
  ['removed', () => rmSync(path.join(folder, 'server/app.ts'))],
  ['changed at the top', () => write('package.json', '{ }')],
  ['added in a folder that was missing', () => write('web/main.tsx', '')],
])('a source that is %s asks for a build', (_, change) => {
  const before = hash();
  change();
  expect(hash()).not.toBe(before);
});

test.each([
  ['a test', () => write('server/app.test.ts', 'three')],
  ['a file elsewhere', () => write('docs/x.md', 'three')],
  ['a date', () => utimesSync(path.join(folder, 'server/app.ts'), 1, 1)],
])('%s does not', (_, change) => {
  const before = hash();
  change();
  expect(hash()).toBe(before);
});
