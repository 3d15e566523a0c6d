import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { day, decimal, flag, instant, listOf, reference, text, whole } from './lenient.ts';

const shape = z.object({ text, reference, decimal, whole, flag, instant, day });

test('a row of which nothing makes sense has no field', () => {
  const nothing = {
    text: null,
    reference: null,
    decimal: null,
    whole: null,
    flag: null,
    instant: null,
    day: null,
  };
  for (const value of [undefined, null, {}, [], '', '   ', Number.NaN]) {
    const row = Object.fromEntries(Object.keys(nothing).map((name) => [name, value]));
    expect(shape.parse(row)).toEqual(nothing);
  }
  expect(shape.parse({})).toEqual(nothing);
});

describe.each([
  [
    'text',
    text,
    [
      [' Acme ', 'Acme'],
      [12, '12'],
      ['a\0b', 'ab'],
      ['a\ud83d', 'a\uFFFD'],
      ['🙂', '🙂'],
      [true, null],
    ],
  ],
  [
    'reference',
    reference,
    [
      [12, '12'],
      [12.0, '12'],
      ['12', '12'],
      ['a1', 'a1'],
      [0, null],
      [-1, null],
      ['0', null],
      ['-1', null],
      [1.5, null],
    ],
  ],
  [
    'decimal',
    decimal,
    [
      [12, '12'],
      [0.1 + 0.2, '0.3'],
      [-0, '0'],
      [1e-9, '0'],
      [1200, '1200'],
      ['12.50', '12.50'],
      ['1e3', null],
      ['1,200', null],
      [1e20, null],
      [true, null],
    ],
  ],
  [
    'whole',
    whole,
    [
      [12, 12],
      ['12', 12],
      [12.5, null],
      ['many', null],
    ],
  ],
  [
    'flag',
    flag,
    [
      [true, true],
      ['False', false],
      [1, true],
      ['0', false],
      ['yes', null],
      [2, null],
    ],
  ],
  [
    'instant',
    instant,
    [
      ['2026-01-05T10:00:00Z', '2026-01-05T10:00:00.000Z'],
      ['2026-01-05T10:00:00.123', '2026-01-05T10:00:00.123Z'],
      ['2026-01-05T10:00:00+02:00', '2026-01-05T08:00:00.000Z'],
      ['2026-01-05', '2026-01-05T00:00:00.000Z'],
      ['1900-01-01T00:00:00', null],
      ['0001-01-01T00:00:00', null],
      ['2026-13-45T10:00:00Z', null],
      ['yesterday', null],
      [1767607200, null],
    ],
  ],
  [
    'day',
    day,
    [
      ['2026-01-05T23:30:00-05:00', '2026-01-05'],
      ['2026-01-05', '2026-01-05'],
      ['1899-12-30T00:00:00', null],
      ['2026-02-30T00:00:00Z', null],
      ['05/01/2026', null],
    ],
  ],
  [
    'list',
    listOf(z.object({ text })),
    [
      [[{ text: 'a' }, 3, null], [{ text: 'a' }]],
      ['a', null],
      [{}, null],
    ],
  ],
] as const)('%s', (_, reads, cases) => {
  test.each(cases as readonly (readonly [unknown, unknown])[])('%j is %j', (value, expected) => {
    expect(reads.parse(value)).toEqual(expected);
  });
});
