import { expect, test } from 'vitest';
import { type AlignmentSaved, updateAlignment } from '../../contract/alignment.ts';
import { NO_FILTERS } from '../dashboard/filters.ts';
import { patchedMatrix } from './patched-matrix.ts';
import { smallMatrix } from './testing/small-matrix.ts';

const asked = { ...NO_FILTERS, weighted: false };
const example = updateAlignment.examples?.response as AlignmentSaved;

const opportunity = (amount: number, weighted = amount) => ({ amount, weighted, source: 'typed' as const });

/** What the server says of Dog's phones once they are aligned. */
const aligned: AlignmentSaved = {
  ...example,
  stackItem: { id: 'phones', name: 'Phones' },
  counts: true,
  alignment: 90,
  band: { name: 'Aligned', color: '#009E73' },
  aligned: true,
  mrrOpportunity: opportunity(40, 20),
  oneTimeOpportunity: opportunity(0),
  totals: { percent: 90, mrrOpportunity: 40, oneTimeOpportunity: 0 },
  sameGroup: [],
};

test('a saved cell stands in the matrix at once, with every sum over it', () => {
  const patched = patchedMatrix(smallMatrix, asked, 'dog', aligned);
  expect(patched.companies[3]).toEqual({
    id: 'dog',
    name: 'Dog',
    mrr: 40,
    oneTime: 0,
    alignment: 90,
    applicable: 1,
    aligned: 1,
  });
  const [phones] = patched.stackItems;
  expect(phones).toMatchObject({ mrr: 90, oneTime: 0, applicable: 3, aligned: 2 });
  expect(phones!.cells).toEqual({
    band: [2, 1, -1, 2],
    alignment: [100, 50, 0, 90],
    mrr: [0, 50, 0, 40],
    oneTime: [0, 0, 0, 0],
  });
  expect(patched.totals).toEqual({ mrr: 190, oneTime: 60, applicable: 5, aligned: 2 });
});

test('weighted amounts are patched with weighted ones', () => {
  const patched = patchedMatrix(smallMatrix, { ...asked, weighted: true }, 'dog', aligned);
  expect(patched.companies[3]!.mrr).toBe(20);
});

test('a cell that counts no longer leaves every figure, and another of its group comes in', () => {
  const saved: AlignmentSaved = {
    ...aligned,
    counts: false,
    totals: { percent: 10, mrrOpportunity: 7, oneTimeOpportunity: 0 },
    sameGroup: [
      {
        ...aligned,
        stackItem: { id: 'backup', name: 'Backup' },
        alignment: 10,
        band: { name: 'Not aligned', color: '#D55E00' },
        aligned: false,
        mrrOpportunity: opportunity(7),
      },
    ],
  };
  const patched = patchedMatrix(smallMatrix, asked, 'dog', saved);
  expect(patched.companies[3]).toMatchObject({
    mrr: 7,
    oneTime: 0,
    alignment: 10,
    applicable: 1,
    aligned: 0,
  });
  expect(patched.stackItems.map(({ cells }) => cells.band[3])).toEqual([-1, 0, -1]);
  expect(patched.totals).toEqual({ mrr: 157, oneTime: 60, applicable: 5, aligned: 1 });
});

test('over some stack items only, a company’s alignment waits for the server', () => {
  const patched = patchedMatrix(smallMatrix, { ...asked, stackItem: ['phones'] }, 'dog', aligned);
  expect(patched.companies[3]!.alignment).toBe(0);
});

test('of a company or an item that is not shown nothing changes', () => {
  expect(patchedMatrix(smallMatrix, asked, 'eel', aligned)).toBe(smallMatrix);
  const other = { ...aligned, stackItem: { id: 'mail', name: 'Mail' } };
  expect(patchedMatrix(smallMatrix, asked, 'dog', other).totals).toEqual(smallMatrix.totals);
});
