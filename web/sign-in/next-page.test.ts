import { expect, test } from 'vitest';
import { nextPage } from './next-page.ts';

test.each([
  [undefined, '/'],
  ['', '/'],
  ['/customers/acme', '/customers/acme'],
  ['/dashboard?health=At+risk', '/dashboard?health=At+risk'],
  ['https://evil.example', '/'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['javascript:alert(1)', '/'],
])('after signing in, %j leads to %s', (asked, page) => {
  expect(nextPage(asked)).toBe(page);
});
