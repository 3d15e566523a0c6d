import { describe, expect, test } from 'vitest';
import { ContractChange, ContractLineChange } from '../../contract/contracts.ts';
import {
  type ContractValues,
  checkContract,
  contractFields,
  contractValues,
  NEW_CONTRACT,
} from './contract-fields.ts';
import { checkLine, type LineValues, lineFields, NEW_LINE } from './line-fields.ts';
import { someContract } from './testing/some-contract.ts';

const contract = contractFields('USD');
const line = lineFields('USD');

describe('the dialog of a contract', () => {
  test('edits every field that the API lets one change', () => {
    expect(Object.keys(contract)).toEqual(Object.keys(ContractChange.shape));
    expect(Object.keys(contractValues(someContract()))).toEqual(Object.keys(ContractChange.shape));
    expect(Object.keys(NEW_CONTRACT)).toEqual(Object.keys(ContractChange.shape));
  });

  test.each<[keyof ContractValues, string | number | null, boolean]>([
    ['name', '  ', false],
    ['name', 'שירות 🛠 <b>', true],
    ['amount', 10_000_000_000_000, true],
    ['amount', 1_000_000_000_000_000, false],
    ['amount', '10000000000000000000', false],
    ['amount', -250.5, true],
    ['amount', '', true],
    ['currency', 'EUR', true],
    ['currency', null, true],
    ['start', '2026-02-30', false],
    ['end', '2026-12-31', true],
    ['end', '', true],
  ])('%s may be %o: %o', (name, typed, fine) => {
    const field = contract[name];
    expect(field.rule.safeParse(field.toValue(typed as never)).success).toBe(fine);
  });

  test('keeps cents as they are typed', () => {
    expect(contract.amount.toValue(1234.56)).toBe(123_456);
    expect(contract.amount.toControl(123_456)).toBe(1234.56);
  });

  test.each([
    [null, null, {}],
    ['2026-01-01', null, {}],
    ['2026-01-01', '2026-01-01', {}],
    ['2026-01-02', '2026-01-01', { end: 'On or after the start' }],
  ])('from %s to %s', (start, end, messages) => {
    expect(checkContract({ start, end })).toEqual(messages);
  });
});

describe('the dialog of a contract line', () => {
  test('edits every field that the API lets one change', () => {
    expect(Object.keys(line)).toEqual(Object.keys(ContractLineChange.shape));
    expect(Object.keys(NEW_LINE)).toEqual(Object.keys(ContractLineChange.shape));
  });

  test.each([
    [' 12.5 ', '12.5', true],
    ['', null, true],
    ['-3', '-3', true],
    ['1e3', '1e3', false],
    ['twelve', 'twelve', false],
    ['1,5', '1,5', false],
  ])('the quantity %o is %o, allowed: %o', (typed, value, fine) => {
    expect(line.quantity.toValue(typed)).toBe(value);
    expect(line.quantity.rule.safeParse(value).success).toBe(fine);
  });

  test.each<[Partial<LineValues>, readonly string[]]>([
    [{}, []],
    [{ start: '2026-02-01', cancelledOn: '2026-02-01' }, []],
    [{ start: '2026-02-01', cancelledOn: '2026-01-31' }, ['cancelledOn']],
    [{ quantity: '2', unitPrice: 5e14 }, []],
    [{ quantity: '2.1', unitPrice: 5e14 }, ['quantity']],
    [{ quantity: '-3', unitPrice: 5e14 }, ['quantity']],
    [{ quantity: 'many', unitPrice: 5e14 }, []],
  ])('%o together', (values, wrong) => {
    expect(Object.keys(checkLine({ ...NEW_LINE, ...values }))).toEqual(wrong);
  });
});
