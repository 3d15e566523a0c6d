import { expect, test } from 'vitest';
import { listStackItems } from '../../contract/stack-items.ts';
import { afterAmongAll, isFound } from './search.ts';

const [item] = listStackItems.examples.response!.items;

test.each([
  ['', true],
  ['web', true],
  ['FILTER standard', true],
  ['dnsf', true],
  ['harmful sites', true],
  ['firewall', false],
  ['web firewall', false],
])('"%s" finds web filtering: %s', (typed, found) => {
  expect(isFound(item!, typed)).toBe(found);
});

test.each([
  [['a', 'b', 'c', 'd'], 'd', 'b', 'b'],
  [['a', 'b', 'c', 'd'], 'd', null, null],
  [['c', 'd'], 'd', null, 'b'],
  [['d'], 'd', null, null],
  [['b', 'c'], 'b', null, 'a'],
])('of %j shown, %s put after %s comes after %s', (shown, id, after, among) => {
  expect(afterAmongAll(['a', 'b', 'c', 'd'], shown, id, after)).toBe(among);
});
