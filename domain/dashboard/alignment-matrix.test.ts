import fc from 'fast-check';
import { expect, test } from 'vitest';
import { everyCompany } from '../access/company-scope.ts';
import { fraction, toNumber } from '../money/fraction.ts';
import { bandBounds, bandIndex } from '../portfolio/bands.ts';
import { alignmentMatrix, NOT_COUNTED } from './alignment-matrix.ts';
import { dashboard } from './dashboard.ts';
import { WHOLE_DASHBOARD } from './query.ts';
import { cell, company, definitionsOf, NO_GRANTS } from './testing/small-workspace.ts';
import { ASOF, portfolioOf, requestOf, worldArbitrary } from './testing/world.ts';

const definitions = definitionsOf([
  { id: 'phones', name: 'Phones', category: 'Voice', tags: ['Standard'] },
  { id: 'fax', name: 'Fax', retired: true },
  { id: 'backup', name: 'Backup' },
]);
const [PHONES, BACKUP] = [0, 2];

test('items stand in the order of the stack, companies by name, each cell in its band', () => {
  const portfolio = portfolioOf(definitions, [
    company('z', { name: 'Zebra', cells: [cell(PHONES, 66), cell(BACKUP, 100)] }),
    company('a', { name: 'Ant', cells: [cell(PHONES, 33, { mrr: 500, oneTime: 20 })] }),
    company('gone', { name: 'Gone', current: false, cells: [cell(PHONES, 0, { mrr: 900 })] }),
  ]);
  const request = { grants: NO_GRANTS, scope: everyCompany, query: WHOLE_DASHBOARD, asOf: ASOF };
  const matrix = alignmentMatrix(portfolio, request);
  expect(matrix.companies).toEqual([
    { id: 'a', name: 'Ant', mrr: 500, oneTime: 20, alignment: 33, applicable: 1, aligned: 0 },
    { id: 'z', name: 'Zebra', mrr: 0, oneTime: 0, alignment: 83, applicable: 2, aligned: 1 },
  ]);
  expect(matrix.bands.map(({ name, from }) => [name, from])).toEqual([
    ['Not aligned', 0],
    ['Partly aligned', 34],
    ['Aligned', 67],
  ]);
  expect(matrix.stackItems).toEqual([
    {
      id: 'phones',
      name: 'Phones',
      category: 'Voice',
      tags: ['Standard'],
      mrr: 500,
      oneTime: 20,
      applicable: 2,
      aligned: 0,
      cells: { band: [0, 1], alignment: [33, 66], mrr: [500, 0], oneTime: [20, 0] },
    },
    {
      id: 'backup',
      name: 'Backup',
      category: null,
      tags: [],
      mrr: 0,
      oneTime: 0,
      applicable: 1,
      aligned: 1,
      cells: { band: [NOT_COUNTED, 2], alignment: [0, 100], mrr: [0, 0], oneTime: [0, 0] },
    },
  ]);
  expect(matrix.totals).toEqual({ mrr: 500, oneTime: 20, applicable: 3, aligned: 1 });
});

test.each([
  ['33.999999999999999', 0],
  ['34', 1],
  ['66.999999999999999999', 1],
  ['67', 2],
])('an alignment of %s is in band %i, however fine its decimals', (text, band) => {
  const [whole, places = ''] = text.split('.');
  const alignment = fraction(BigInt(whole + places), 10n ** BigInt(places.length));
  const portfolio = portfolioOf(definitions, [
    company('a', { cells: [{ ...cell(PHONES, 0), alignment }] }),
    company('b', { cells: [{ ...cell(PHONES, 0), alignment: fraction(1, 8) }] }),
  ]);
  const request = { grants: NO_GRANTS, scope: everyCompany, query: WHOLE_DASHBOARD, asOf: ASOF };
  expect(alignmentMatrix(portfolio, request).stackItems[0]!.cells.band).toEqual([band, 0]);
});

test('the cells are those of the companies’ figures, and their sums those of the dashboard', () => {
  fc.assert(
    fc.property(worldArbitrary, (world) => {
      const portfolio = portfolioOf(world.definitions, world.companies);
      const request = requestOf(world);
      const matrix = alignmentMatrix(portfolio, request);
      const bounds = bandBounds(world.definitions.alignmentBands);
      for (const [at, { id }] of matrix.companies.entries()) {
        const figures = world.companies.find((candidate) => candidate.id === id)!;
        for (const item of matrix.stackItems) {
          const own = figures.cells.find(
            ({ stackItem }) => world.definitions.stackItems[stackItem]!.id === item.id,
          );
          const { band, alignment, mrr } = item.cells;
          const weighted = own?.weightedMrrOpportunity ?? 0;
          expect([band[at], alignment[at], mrr[at]]).toEqual([
            own ? bandIndex(bounds, own.alignment) : NOT_COUNTED,
            own ? toNumber(own.alignment) : 0,
            world.query.weighted ? weighted : (own?.mrrOpportunity ?? 0),
          ]);
        }
      }
      for (const count of ['applicable', 'aligned'] as const) {
        const counted = matrix.companies.reduce((sum, company) => sum + company[count], 0);
        expect(counted).toBe(matrix.totals[count]);
      }
      const { companies, stackOpportunity } = dashboard(portfolio, request);
      expect(matrix.companies.length).toBe(companies);
      expect([matrix.totals.mrr, matrix.totals.oneTime]).toEqual([
        stackOpportunity.mrr,
        stackOpportunity.oneTime,
      ]);
    }),
    { numRuns: 200 },
  );
});
