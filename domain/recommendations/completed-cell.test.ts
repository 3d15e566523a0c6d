import { expect, test } from 'vitest';
import { completedCell } from './completed-cell.ts';

const ours = { name: 'DNSFilter', standing: 'preferred' as const };
const theirs = { name: 'Umbrella', standing: 'other' as const };
const APPLIES = 'it is not applicable to the company';
const NO_PRODUCT = 'it has no product that the company should use';

test.each([
  ['they used another product', true, theirs, ours, ours, null],
  ['they used none', true, null, ours, ours, null],
  ['they use ours already', true, ours, null, null, null],
  ['there is none of ours', true, theirs, null, null, NO_PRODUCT],
  ['the service is not for them', false, theirs, ours, null, APPLIES],
])('%s', (_, applicable, currentProduct, opportunityProduct, newProduct, problem) => {
  expect(completedCell({ applicable, currentProduct, opportunityProduct })).toEqual({ newProduct, problem });
});
