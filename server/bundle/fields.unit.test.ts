import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { fileFormat } from '../../contract/bundle/format.ts';
import { CompanyProfileChange } from '../../contract/company-profile.ts';
import { ContactChange } from '../../contract/contacts.ts';
import { ContractChange, ContractLineChange } from '../../contract/contracts.ts';
import { amountOf } from './cells/decimal.ts';
import { cellReader } from './cells/read-cell.ts';

/** What is typed into a form is bounded as what is imported: the same files, column by column. */
const forms: Readonly<Record<string, z.ZodObject>> = {
  companies: CompanyProfileChange,
  contacts: ContactChange,
  contracts: ContractChange,
  contract_lines: ContractLineChange,
};

const columns = Object.entries(forms).flatMap(([file, form]) =>
  fileFormat(file)!
    .columns.filter(({ name, type }) => name in form.shape && type.kind !== 'reference')
    .map((column) => ({ file, ...column, field: form.shape[column.name] as z.ZodType })),
);

/** Values near every bound, as the importer finds them in a cell. */
const cells = fc.oneof(
  fc.constantFrom('active', 'inactive', 'header', 'lines', 'monthly', 'onetime', 'prospect', 'true', 'false'),
  fc.constantFrom('EUR', 'eur', '2026-02-28', '2026-02-30', '0000-01-01', '9999-12-31', '10000-01-01'),
  fc.constantFrom('0', '1', '-1', '0.5', '9999', '10000', '9007199254740991', '9007199254740992'),
  fc.constantFrom(
    '9'.repeat(20),
    '9'.repeat(21),
    '1e3',
    '10000000000000',
    '10000000000000.01',
    '-10000000000000',
  ),
  fc.constantFrom('x'.repeat(100_000), 'x'.repeat(100_001), '🦷'.repeat(100_000), 'a\0b', '<script>', 'שלום'),
  fc.integer().map(String),
  fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => text.trim() === text),
);

test.each(columns)('$file.$name takes in a form what it takes in a bundle', ({ type, field }) => {
  const read = cellReader(type);
  fc.assert(
    fc.property(cells, (cell) => {
      const imported = typeof read(cell) === 'string';
      const value = asJson(type.kind, cell);
      if (value === undefined) return;
      expect(field.safeParse(value).success, `${cell.slice(0, 50)} is imported: ${imported}`).toBe(imported);
    }),
    { numRuns: 300 },
  );
});

/** A cell's value as a form sends it; undefined where JSON has no way to say it. */
function asJson(kind: string, cell: string): unknown {
  switch (kind) {
    case 'money': {
      const cents = Math.round(Number(cell) * 100);
      return amountOf(String(cents)) === `${cell}.00` || amountOf(String(cents)) === cell ? cents : undefined;
    }
    case 'integer':
      return /^\d+$/.test(cell) ? Number(cell) : undefined;
    case 'boolean':
      return cell === 'true' ? true : cell === 'false' ? false : undefined;
    case 'list':
      return /[|\\]/.test(cell) ? undefined : [cell];
    default:
      return cell;
  }
}
