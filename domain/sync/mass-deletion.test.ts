import { expect, test } from 'vitest';
import { isMassDeletion } from './mass-deletion.ts';

test.each([
  [0, 0, false],
  [19, 19, false],
  [20, 20, true],
  [20, 79, true],
  [20, 80, false],
  [25, 100, false],
  [26, 100, true],
  [250, 1000, false],
  [251, 1000, true],
])('%i of %i', (records, of, mass) => {
  expect(isMassDeletion({ records, of })).toBe(mass);
});
