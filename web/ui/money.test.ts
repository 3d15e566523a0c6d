import { describe, expect, test } from 'vitest';
import { moneyIn } from './money.ts';

describe('money in charts and tables', () => {
  const dollars = moneyIn('USD', 'en-US');

  test.each([
    [350_000, '$3.5k', '$3,500.00'],
    [0, '$0', '$0.00'],
    [99, '$1', '$0.99'],
    [123_456, '$1.2k', '$1,234.56'],
    [-350_000, '-$3.5k', '-$3,500.00'],
    [1_250_000_00, '$1.3M', '$1,250,000.00'],
  ])('%d cents are %s in a chart and %s in a table', (cents, short, full) => {
    expect(dollars.short(cents)).toBe(short);
    expect(dollars.full(cents)).toBe(full);
  });

  test("follows the workspace's currency and the reader's locale", () => {
    expect(moneyIn('EUR', 'de-DE').full(123_456)).toBe('1.234,56\u00a0€');
    expect(moneyIn('GBP', 'en-GB').short(350_000)).toBe('£3.5k');
  });
});
