import { daysInMonth } from '../calendar/day.ts';
import { compareText } from '../text/compare.ts';
import type { CellRule } from './sheet-kinds.ts';

/** In which order day and month stand where a date is not written as 2026-11-30. */
export const DATE_ORDERS = ['month_first', 'day_first'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** What stands before the cents: 1,234.50 or 1.234,50. */
export const DECIMAL_MARKS = ['point', 'comma'] as const;
export type DecimalMark = (typeof DECIMAL_MARKS)[number];

export interface CellStyle {
  readonly dates: DateOrder;
  readonly decimals: DecimalMark;
}

/** The text that the portfolio bundle has for what a cell says, or what was expected instead. */
export type CellReading = { readonly text: string } | { readonly expected: string };

/**
 * Reads a cell as people write it in spreadsheets: amounts with a currency sign and separators, dates in the order that
 * the style names, yes and no. Nothing is guessed: what can be read in two ways is not read. Names of other things are
 * left to whoever knows them. An empty cell is empty text.
 */
export function readCell(cell: string, rule: CellRule, style: CellStyle): CellReading {
  const value = cell.trim();
  if (value === '') return { text: '' };
  switch (rule) {
    case 'money':
      return money(value, style.decimals);
    case 'number':
      return number(value, style.decimals);
    case 'date':
      return date(value, style.dates);
    case 'boolean':
      return boolean(value);
    case 'list':
      return { text: list(value) };
    case 'factValue': {
      const read = number(value, style.decimals);
      return 'text' in read || !('text' in boolean(value)) ? read : boolean(value);
    }
    case 'word':
      return { text: value.toLowerCase().replaceAll(/[\s-]+/g, '_') };
    default:
      return { text: value };
  }
}

/** "$ 1,234.50", "(1,234.50)" for less than nothing, "-12"; two places are written out. */
function money(value: string, decimals: DecimalMark): CellReading {
  const negative = /^\(.*\)$/.test(value);
  const bare = (negative ? value.slice(1, -1) : value).replace(/^(-?)\s*(?:\p{Sc}|[A-Z]{3})\s*/u, '$1');
  const plain = plainNumber(bare.replace(/\s*(?:\p{Sc}|[A-Z]{3})$/u, ''), decimals);
  const [, sign = '', units = '', cents = ''] = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(plain ?? '') ?? [];
  if (units === '')
    return { expected: decimals === 'point' ? 'an amount such as 1,234.50' : 'an amount such as 1.234,50' };
  return { text: `${negative ? '-' : sign}${units}.${cents.padEnd(2, '0')}` };
}

/** A percent sign says nothing more; 12.50 is 12.5. */
function number(value: string, decimals: DecimalMark): CellReading {
  const plain = plainNumber(value.replace(/\s*%$/, ''), decimals);
  if (plain === null)
    return { expected: decimals === 'point' ? 'a number such as 12.5' : 'a number such as 12,5' };
  return { text: plain.includes('.') ? plain.replace(/\.?0+$/, '') : plain };
}

/** Digits and a point; separators of thousands only where they part groups of three. */
function plainNumber(value: string, decimals: DecimalMark): string | null {
  const [thousands, mark] = decimals === 'point' ? [',', '.'] : ['.', ','];
  const [whole = '', fraction, ...more] = value.split(mark);
  if (more.length > 0) return null;
  const groups = whole.replace(/^-/, '').split(thousands);
  const grouped = groups.length > 1;
  if (grouped && !groups.every((group, i) => (i === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(group))) return null;
  const text = `${whole.startsWith('-') ? '-' : ''}${groups.join('')}${fraction === undefined ? '' : `.${fraction}`}`;
  return /^-?\d{1,20}(\.\d{1,20})?$/.test(text) ? text.replace(/^(-?)0+(?=\d)/, '$1') : null;
}

function date(value: string, order: DateOrder): CellReading {
  const day = dayOf(value, order);
  return day
    ? { text: day }
    : {
        expected:
          order === 'month_first'
            ? 'a date such as 11/30/2026 or 2026-11-30'
            : 'a date such as 30/11/2026 or 2026-11-30',
      };
}

function dayOf(value: string, order: DateOrder): string | null {
  // a time of day after the date says nothing more
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ][\d:.]+Z?)?$/.exec(value) ?? [];
  if (year && month && day) return sound(Number(year), Number(month), Number(day));
  const [, first, , second, full] = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(value) ?? [];
  if (!first || !second || !full) return null;
  const [a, b] = [Number(first), Number(second)];
  return order === 'month_first' ? sound(Number(full), a, b) : sound(Number(full), b, a);
}

function sound(year: number, month: number, day: number): string | null {
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

const YES: ReadonlySet<string> = new Set(['true', 'yes', 'y', '1', 'x', 'on']);
const NO: ReadonlySet<string> = new Set(['false', 'no', 'n', '0', 'off']);

function boolean(value: string): CellReading {
  const word = value.toLowerCase();
  if (YES.has(word)) return { text: 'true' };
  return NO.has(word) ? { text: 'false' } : { expected: 'yes or no' };
}

/** Entries parted by commas, semicolons or bars, each once, in the bundle's order and writing. */
function list(value: string): string {
  const entries = value.split(/[,;|]/).map((entry) => entry.trim());
  return [...new Set(entries.filter((entry) => entry !== ''))]
    .sort(compareText)
    .map((entry) => entry.replace(/[|:\\]/g, '\\$&'))
    .join('|');
}
