import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellsIn, inParts } from './chosen-cells.ts';

const flat = (cells: readonly { company: string; stackItems: readonly string[] }[]) =>
  cells.flatMap(({ company, stackItems }) => stackItems.map((item) => `${company} ${item}`));

test('parts hold every cell once, in order, and all but the last are full', () => {
  const cells = fc.array(
    fc.record({ company: fc.string(), stackItems: fc.array(fc.string(), { minLength: 1, maxLength: 7 }) }),
    { minLength: 1 },
  );
  fc.assert(
    fc.property(cells, fc.integer({ min: 1, max: 9 }), (chosen, most) => {
      const parts = inParts(chosen, most);
      expect(parts.flatMap(flat)).toEqual(flat(chosen));
      const sizes = parts.map(cellsIn);
      expect(sizes.slice(0, -1).every((size) => size === most)).toBe(true);
      expect(sizes.at(-1)).toBeLessThanOrEqual(most);
    }),
  );
});
