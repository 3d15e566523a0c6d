import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CellStyle, readCell } from './read-cell.ts';

const us: CellStyle = { dates: 'month_first', decimals: 'point' };
const eu: CellStyle = { dates: 'day_first', decimals: 'comma' };

test.each([
  ['money', '$1,234.50', us, '1234.50'],
  ['money', 'USD 1,234', us, '1234.00'],
  ['money', '99.5 €', us, '99.50'],
  ['money', '(12.00)', us, '-12.00'],
  ['money', '-$12', us, '-12.00'],
  ['money', '1.234,50', eu, '1234.50'],
  ['number', '1,200', us, '1200'],
  ['number', '85 %', us, '85'],
  ['number', '12.50', us, '12.5'],
  ['number', '12,5', eu, '12.5'],
  ['number', '007', us, '7'],
  ['date', '2026-11-30', us, '2026-11-30'],
  ['date', '2026-11-30T00:00:00.000Z', eu, '2026-11-30'],
  ['date', '11/3/2026', us, '2026-11-03'],
  ['date', '11/3/2026', eu, '2026-03-11'],
  ['date', '30.11.2026', eu, '2026-11-30'],
  ['date', '2/29/2028', us, '2028-02-29'],
  ['boolean', 'Yes', us, 'true'],
  ['boolean', 'x', us, 'true'],
  ['boolean', '0', us, 'false'],
  ['list', 'Premium; Cloud, Premium', us, 'Cloud|Premium'],
  ['list', 'A:B', us, 'A\\:B'],
  ['word', 'Special SLA', us, 'special_sla'],
  ['word', 'Semi-Annual', us, 'semi_annual'],
  ['factValue', 'yes', us, 'true'],
  ['factValue', '12.5', us, '12.5'],
  ['text', '  Acme  ', us, 'Acme'],
  ['money', '   ', us, ''],
] as const)('%s %j is %j', (rule, cell, style, text) => {
  expect(readCell(cell, rule, style)).toEqual({ text });
});

test.each([
  ['money', '1,23', us],
  ['money', '1.234,50', us],
  ['money', '12.345', us],
  ['money', 'call us', us],
  ['number', '1,2,3', us],
  ['number', '1e5', us],
  ['date', '30/11/2026', us],
  ['date', '11/30/2026', eu],
  ['date', '2/29/2027', us],
  ['date', '11/30/26', us],
  ['date', 'soon', us],
  ['boolean', 'maybe', us],
  ['factValue', 'a lot', us],
] as const)('%s %j is not guessed at', (rule, cell, style) => {
  expect(readCell(cell, rule, style)).toHaveProperty('expected');
});

test('an amount that is written out with separators is read as it was', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), (cents) => {
      const [units, rest] = [cents / 100n, String(cents % 100n).padStart(2, '0')];
      const grouped = String(units).replace(/\B(?=(\d{3})+$)/g, ',');
      expect(readCell(`$${grouped}.${rest}`, 'money', us)).toEqual({ text: `${units}.${rest}` });
      const other = `${grouped.replaceAll(',', '.')},${rest} €`;
      expect(readCell(other, 'money', eu)).toEqual({ text: `${units}.${rest}` });
    }),
  );
});
