import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fraction, toNumber } from '../money/fraction.ts';
import { companyFigures, explainCompany } from '../portfolio/company-figures.ts';
import type { StackItem } from '../portfolio/definitions.ts';
import { AS_OF, company, definitions, stackItem, typed } from '../portfolio/test-company.ts';
import { alignmentPercent } from './company-cells.ts';

/** Stack items of the group "Endpoint", with the alignment that was typed for each; all applicable by tag. */
function reasons(items: (Partial<StackItem> & { alignment: string; applicable?: boolean })[]): string[] {
  const stackItems = items.map(({ alignment: _, applicable: __, ...own }, i) =>
    stackItem({ id: `s${i}`, tags: ['Standard'], anyOneOf: 'Endpoint', ...own }),
  );
  const alignments = items.map(({ alignment, applicable }, i) =>
    typed({ stackItem: `s${i}`, alignment, applicable: applicable ?? null }),
  );
  const facts = company({ tags: ['Standard'], alignments });
  return explainCompany(definitions({ stackItems }), facts, AS_OF).alignment.cells.map((cell) =>
    cell.counts ? 'counts' : cell.reason,
  );
}

const another = 'Another item of "Endpoint" is aligned, and any one of them is enough';

test('once one of an "any one of" group is aligned, the others that are not are left out', () => {
  expect(reasons([{ alignment: '10' }, { alignment: '66' }])).toEqual(['counts', 'counts']);
  expect(reasons([{ alignment: '10' }, { alignment: '67' }])).toEqual([another, 'counts']);
  expect(reasons([{ alignment: '80' }, { alignment: '67' }, { alignment: '66.9' }])).toEqual([
    'counts',
    'counts',
    another,
  ]);
});

test('only an item that counts itself satisfies its group, and only that group', () => {
  expect(reasons([{ alignment: '10' }, { alignment: '100', retired: true }])).toEqual([
    'counts',
    'The stack item is retired',
  ]);
  expect(reasons([{ alignment: '10' }, { alignment: '100', applicable: false }])).toEqual([
    'counts',
    'Set as not applicable by hand',
  ]);
  expect(reasons([{ alignment: '10' }, { alignment: '100', anyOneOf: 'Mail' }])).toEqual([
    'counts',
    'counts',
  ]);
  expect(
    reasons([
      { alignment: '10', anyOneOf: null },
      { alignment: '100', anyOneOf: null },
    ]),
  ).toEqual(['counts', 'counts']);
});

test('a cell says why it counts', () => {
  const stackItems = [stackItem({ tags: ['Cloud', 'Standard'] }), stackItem({ id: 'backup' })];
  const cells = (tags: string[], applicable: boolean | null) =>
    explainCompany(definitions({ stackItems }), company({ tags, alignments: [typed({ applicable })] }), AS_OF)
      .alignment.cells;
  expect(cells(['Standard', 'Cloud'], null).map((cell) => cell.reason)).toEqual([
    'The company and the stack item share "Cloud", "Standard"',
    'The company shares no tag with the stack item',
  ]);
  expect(cells([], true)[0]!.reason).toBe('Set as applicable by hand');
});

test('company alignment is weighted, exact, and no figure without any weight', () => {
  const cells = (...pairs: [number, number][]) =>
    pairs.map(([weight, alignment]) => ({ weight: fraction(weight, 10), alignment: fraction(alignment) }));
  const percent = (...pairs: [number, number][]) => {
    const exact = alignmentPercent(cells(...pairs));
    return exact && toNumber(exact);
  };
  expect(percent()).toBeNull();
  expect(percent([0, 100])).toBeNull();
  expect(percent([10, 100], [10, 0])).toBe(50);
  expect(percent([10, 100], [20, 50], [0, 100])).toBe(200 / 3);
});

test('retired items and cells that are not applicable are in no figure', () => {
  const stackItems = [
    stackItem({ id: 'a', tags: ['Standard'], retired: true }),
    stackItem({ id: 'b', tags: ['Other'] }),
    stackItem({ id: 'c', tags: ['Standard'] }),
  ];
  const alignments = ['a', 'b', 'c'].map((id) =>
    typed({ stackItem: id, alignment: '40', mrrOpportunity: 100, oneTimeOpportunity: 10, currentMrr: 7 }),
  );
  const facts = company({ tags: ['Standard'], alignments });
  expect(
    companyFigures(definitions({ stackItems }), facts, AS_OF).cells.map((cell) => cell.stackItem),
  ).toEqual([2]);
  expect(explainCompany(definitions({ stackItems }), facts, AS_OF).alignment).toMatchObject({
    percent: 40,
    mrrOpportunity: 100,
    oneTimeOpportunity: 10,
  });
});

test('alignment % lies between the least and the most aligned cell', () => {
  const cell = fc.record({
    weight: fc.integer({ min: 1, max: 1000 }).map((n) => fraction(n, 100)),
    alignment: fc.integer({ min: 0, max: 1000 }).map((n) => fraction(n, 10)),
  });
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1 }), (cells) => {
      const percent = toNumber(alignmentPercent(cells)!);
      const each = cells.map(({ alignment }) => toNumber(alignment));
      expect(percent).toBeGreaterThanOrEqual(Math.min(...each));
      expect(percent).toBeLessThanOrEqual(Math.max(...each));
      expect(toNumber(alignmentPercent([...cells].reverse())!)).toBe(percent);
    }),
  );
});
