import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as types from '../../../contract/bundle/cell-types.ts';
import { amountOf, centsOf, compareDecimals, shortDecimal } from './decimal.ts';
import { cellReader } from './read-cell.ts';

const nines = '9'.repeat(20);

test.each<[string, types.ColumnSpec, Record<string, string | null>]>([
  [
    'money',
    types.money,
    {
      '0': '0',
      '1234.50': '123450',
      '1234.5': '123450',
      '0.01': '1',
      '007': '700',
      '-0': '0',
      '-0.00': '0',
      '10000000000000': '1000000000000000',
      '10000000000000.00': '1000000000000000',
      '10000000000000.01': null,
      '-1': null,
      '1.234': null,
      '1.500': null,
      '1,234.50': null,
      '1234,50': null,
      $5: null,
      '1e3': null,
      '+5': null,
      '.5': null,
      '5.': null,
      ' 5': null,
      '5 ': null,
      '٣': null,
      NaN: null,
      Infinity: null,
      '0x10': null,
      '99999999999999999999': null,
    },
  ],
  [
    'money that may be a credit',
    types.signedMoney,
    {
      '-1234.5': '-123450',
      '-10000000000000': '-1000000000000000',
      '-10000000000000.01': null,
      '--1': null,
      '(5)': null,
    },
  ],
  [
    'a number',
    types.decimal,
    {
      '1.50': '1.5',
      '-0.250': '-0.25',
      '0.0': '0',
      '-0': '0',
      '007.0': '7',
      [`${nines}.${nines}`]: `${nines}.${nines}`,
      [`1${nines}`]: null,
      [`0.${nines}9`]: null,
      [`0.1${'0'.repeat(50)}`]: '0.1',
      '1e3': null,
      '+1': null,
      '.5': null,
      '5.': null,
      '1 000': null,
    },
  ],
  [
    'a percentage',
    types.percent,
    {
      '0': '0',
      '100': '100',
      '100.0': '100',
      '99.999': '99.999',
      '100.00000000000000000001': null,
      '-1': null,
      '-0.00000000000000000001': null,
      '101': null,
      '50%': null,
    },
  ],
  [
    'a time zone',
    types.timeZone,
    { UTC: 'UTC', 'Europe/Berlin': 'Europe/Berlin', 'Mars/Olympus': null, 'Europe/Berlin ': null },
  ],
  ['a number above 0', types.aboveZero, { '0.1': '0.1', '0': null, '0.00': null, '-1': null }],
  [
    'a whole number',
    types.count,
    {
      '0': '0',
      '0012': '12',
      '9007199254740991': '9007199254740991',
      '9007199254740992': null,
      '1.0': null,
      '-1': null,
      '-0': null,
    },
  ],
  ['a year', types.year, { '1999': '1999', '10000': null }],
  [
    'a date',
    types.date,
    {
      '2026-11-30': '2026-11-30',
      '2024-02-29': '2024-02-29',
      '2000-02-29': '2000-02-29',
      '0001-01-01': '0001-01-01',
      '9999-12-31': '9999-12-31',
      '2026-02-29': null,
      '2026-02-30': null,
      '1900-02-29': null,
      '2026-04-31': null,
      '2026-13-01': null,
      '2026-00-10': null,
      '2026-01-00': null,
      '0000-01-01': null,
      '2026-1-5': null,
      '30.11.2026': null,
      '2026-11-30T00:00:00Z': null,
      '12026-11-30': null,
    },
  ],
  [
    'a time',
    types.time,
    {
      '2026-11-30T17:05:00Z': '2026-11-30T17:05:00Z',
      '2026-11-30t17:05:00z': '2026-11-30T17:05:00Z',
      '2026-11-30T17:05:00.120Z': '2026-11-30T17:05:00.12Z',
      '2026-11-30T17:05:00.123456789Z': '2026-11-30T17:05:00.123456Z',
      '2026-11-30T01:05:00+02:00': '2026-11-29T23:05:00Z',
      '2026-11-30T23:05:00-00:30': '2026-11-30T23:35:00Z',
      '2026-12-31T23:59:60Z': '2027-01-01T00:00:00Z',
      '0001-01-01T00:00:00Z': '0001-01-01T00:00:00Z',
      '0001-01-01T00:00:00+01:00': null,
      '9999-12-31T23:59:59-01:00': null,
      '2026-11-30T24:00:00Z': null,
      '2026-11-30T17:60:00Z': null,
      '2026-02-30T17:00:00Z': null,
      '2026-11-30T17:05Z': null,
      '2026-11-30T17:05:00': null,
      '2026-11-30 17:05:00Z': null,
      '2026-11-30': null,
      '2026-11-30T17:05:00+24:00': null,
      '2026-11-30T17:05:00.Z': null,
    },
  ],
  ['true or false', types.boolean, { true: 'true', false: 'false', TRUE: null, yes: null, '1': null }],
  ['one of several', types.oneOf('active', 'inactive'), { active: 'active', Active: null, 'active ': null }],
  ['a quarter', types.quarter, { '2026-Q4': '2026-Q4', '2026-Q5': null, '2026Q4': null, 'Q4-2026': null }],
  ['a currency', types.currency, { USD: 'USD', usd: null, US: null, US$: null }],
  [
    'text',
    types.text,
    {
      ' a\r\nb ': ' a\r\nb ',
      '\ufeff': '\ufeff',
      ['x'.repeat(100_000)]: 'x'.repeat(100_000),
      ['😀'.repeat(100_000)]: '😀'.repeat(100_000),
      ['x'.repeat(100_001)]: null,
      'a\0b': null,
    },
  ],
  [
    'what rows are found by',
    types.identifier,
    {
      'a|b:"\\': 'a|b:"\\',
      ['x'.repeat(1200)]: 'x'.repeat(1200),
      ['x'.repeat(1201)]: null,
      ['é'.repeat(600)]: 'é'.repeat(600),
      ['é'.repeat(601)]: null,
      '\0': null,
    },
  ],
  [
    'a list',
    types.list,
    {
      a: '{"a"}',
      'b|a|b': '{"a","b"}',
      'a\\|b|c\\:d|e\\\\f|g:h': '{"a|b","c:d","e\\\\f","g:h"}',
      '"x"': '{"\\"x\\""}',
      'ﬀ|😀|B|b': '{"B","b","ﬀ","😀"}',
      NULL: '{"NULL"}',
      'a|': null,
      '|a': null,
      'a||b': null,
      '|': null,
      'a\\b': null,
      'a\\': null,
      'a|b\0': null,
    },
  ],
  [
    'bands of points',
    types.pointsBands,
    {
      '10:0|50.0:3|:5': '[{"upTo":"10","points":"0"},{"upTo":"50","points":"3"},{"upTo":null,"points":"5"}]',
      ':1': '[{"upTo":null,"points":"1"}]',
      '-5:1|:2': '[{"upTo":"-5","points":"1"},{"upTo":null,"points":"2"}]',
      '10:0': null,
      ':5|10:0': null,
      ':5|:6': null,
      '10': null,
      '10:1:2|:3': null,
      '10:-1|:3': null,
      'x:1|:3': null,
      '10:1|': null,
      '10:|:3': null,
    },
  ],
  [
    'choices',
    types.choices,
    {
      '0:Cold|5.0:Raving fan': '[{"points":"0","label":"Cold"},{"points":"5","label":"Raving fan"}]',
      '5:a\\|b\\:c\\\\d:e': '[{"points":"5","label":"a|b:c\\\\d:e"}]',
      '5:x|0:y|5:z': '[{"points":"5","label":"x"},{"points":"0","label":"y"},{"points":"5","label":"z"}]',
      '5': null,
      ':x': null,
      '5:': null,
      '-1:x': null,
      '5:x|': null,
      '5:a\\b': null,
    },
  ],
  [
    'the value of a fact',
    types.factValue,
    { '12.50': '12.5', '-3': '-3', true: 'true', false: 'false', yes: null, '1e3': null },
  ],
])('%s', (_, { type }, cases) => {
  const read = cellReader(type);
  for (const [cell, expected] of Object.entries(cases)) {
    const value = read(cell);
    expect([cell, typeof value === 'string' ? value : null]).toEqual([cell, expected]);
    if (typeof value !== 'string') expect(value.expected).toMatch(/\w/);
  }
});

test('amounts are read back from cents', () => {
  expect(['0', '1', '-1', '12', '-12345'].map(amountOf)).toEqual([
    '0.00',
    '0.01',
    '-0.01',
    '0.12',
    '-123.45',
  ]);
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), (cents) => {
      expect(centsOf(amountOf(String(cents)))).toBe(String(cents));
    }),
  );
});

test('decimals are compared by their exact value', () => {
  const decimal = fc.tuple(
    fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
    fc.constantFrom('', '.5', '.25', '.00000000000000000001'),
  );
  fc.assert(
    fc.property(decimal, decimal, ([a, aPlaces], [b, bPlaces]) => {
      const scaled = (whole: bigint, places: string) => BigInt(`${whole}${places.slice(1).padEnd(20, '0')}`);
      const [x, y] = [scaled(a, aPlaces), scaled(b, bPlaces)];
      expect(Math.sign(compareDecimals(`${a}${aPlaces}`, `${b}${bPlaces}`))).toBe(x < y ? -1 : x > y ? 1 : 0);
    }),
  );
  expect(compareDecimals(shortDecimal('0.30')!, '0.3')).toBe(0);
});
