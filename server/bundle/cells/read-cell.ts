import type { CellType } from '../../../contract/bundle/cell-types.ts';
import { ANSWER_COLORS } from '../../../domain/assessments/answer-scale.ts';
import { isDay } from '../../../domain/calendar/is-day.ts';
import { isTimeZone } from '../../../domain/calendar/time-zone.ts';
import { centsOf, compareDecimals, shortDecimal } from './decimal.ts';
import { utcInstant } from './instant.ts';
import { listEntries } from './list.ts';
import { parseAnswers, parseChoices, parsePointsBands } from './metric-lists.ts';

/** What a cell should have held. */
export interface Unfit {
  readonly expected: string;
}

/** Reads a cell that is not empty: the text that the database takes for it, or what was expected instead. */
export type ReadCell = (cell: string) => string | Unfit;

const LONGEST_TEXT = 100_000;
const LONGEST_IDENTIFIER = 1200;
const LONGEST_LIST = 8_000_000;

/** The longest cell worth holding in memory, in UTF-16 units (of which a character may take two). */
export function longestCell(type: CellType): number {
  const isList = ['list', 'references', 'choices', 'pointsBands', 'answers'].includes(type.kind);
  return isList ? LONGEST_LIST : 2 * LONGEST_TEXT;
}

export function cellReader(type: CellType): ReadCell {
  switch (type.kind) {
    case 'text':
      return readText;
    case 'identifier':
      return readIdentifier;
    case 'reference':
      return (cell) => cell;
    case 'money':
      return moneyReader(type.negative);
    case 'decimal':
      return decimalReader(type.least, type.most);
    case 'integer':
      return integerReader(type.most);
    case 'date':
      return (cell) => (isDay(cell) ? cell : expectedDay);
    case 'time':
      return (cell) => utcInstant(cell) ?? expectedTime;
    case 'timeZone':
      return (cell) => (isTimeZone(cell) ? cell : expectedTimeZone);
    case 'boolean':
      return (cell) => (cell === 'true' || cell === 'false' ? cell : expectedBoolean);
    case 'oneOf':
      return oneOfReader(type.values);
    case 'pattern': {
      const wrong = unfit(type.expected);
      return (cell) => (type.pattern.test(cell) ? cell : wrong);
    }
    case 'list':
      return readList;
    case 'references':
      return (cell) => (listEntries(cell) ? cell : expectedList);
    case 'pointsBands':
      return (cell) => jsonOr(parsePointsBands(cell), expectedBands);
    case 'choices':
      return (cell) => jsonOr(cell.includes('\0') ? undefined : parseChoices(cell), expectedChoices);
    case 'answers':
      return (cell) => jsonOr(cell.includes('\0') ? undefined : parseAnswers(cell), expectedAnswers);
    case 'factValue':
      return (cell) => (cell === 'true' || cell === 'false' ? cell : (shortDecimal(cell) ?? expectedFact));
  }
}

function unfit(expected: string): Unfit {
  return { expected };
}

const expectedDay = unfit('a date such as 2026-11-30');
const expectedTime = unfit('a time of RFC 3339 such as 2026-11-30T17:05:00Z');
const expectedTimeZone = unfit('a time zone of the IANA list such as Europe/Berlin');
const expectedBoolean = unfit('true or false');
const expectedText = unfit('at most 100,000 characters and no NUL');
const expectedIdentifier = unfit('at most 1,200 bytes and no NUL');
const expectedList = unfit('entries separated by |, none of them empty, with \\ only before |, : or \\');
const expectedBands = unfit('upTo:points pairs of which only the last has no limit, such as 10:0|50:3|:5');
const expectedChoices = unfit('points:label pairs such as 0:Unhappy|5:Happy');
const expectedAnswers = unfit(
  `points:color:label triples such as 1:green:Yes|0:red:No, the color one of ${ANSWER_COLORS.join(', ')}`,
);
const expectedFact = unfit('a number such as 12.5, or true or false');

function readText(cell: string): string | Unfit {
  return isText(cell) ? cell : expectedText;
}

function isText(cell: string): boolean {
  const short = cell.length <= LONGEST_TEXT || Array.from(cell).length <= LONGEST_TEXT;
  return short && !cell.includes('\0');
}

function readIdentifier(cell: string): string | Unfit {
  const short = cell.length * 3 <= LONGEST_IDENTIFIER || Buffer.byteLength(cell) <= LONGEST_IDENTIFIER;
  return short && !cell.includes('\0') ? cell : expectedIdentifier;
}

function moneyReader(negative: boolean): ReadCell {
  const size = `an amount such as 1234.50 with at most two places, ${negative ? 'at most 10^13 in size' : 'from 0 to 10^13'}`;
  const wrong = unfit(size);
  return (cell) => {
    const cents = centsOf(cell);
    return cents === undefined || (cents.startsWith('-') && !negative) ? wrong : cents;
  };
}

function decimalReader(least: '0' | 'above 0' | undefined, most: '100' | undefined): ReadCell {
  const range = most ? `from 0 to ${most}` : least === '0' ? 'of at least 0' : (least ?? '');
  const wrong = unfit(
    `a number such as 12.5${range && `, ${range}`}, with at most 20 digits on each side of the point`,
  );
  return (cell) => {
    const short = shortDecimal(cell);
    if (short === undefined) return wrong;
    const tooSmall = least !== undefined && (short.startsWith('-') || (least === 'above 0' && short === '0'));
    return tooSmall || (most !== undefined && compareDecimals(short, most) > 0) ? wrong : short;
  };
}

function integerReader(most: number): ReadCell {
  const wrong = unfit(`a whole number from 0 to ${most}`);
  return (cell) => {
    const value = /^\d{1,30}$/.test(cell) ? Number(cell) : Number.NaN;
    return value <= most ? String(value) : wrong;
  };
}

function oneOfReader(values: readonly string[]): ReadCell {
  const allowed = new Set(values);
  const wrong = unfit(values.length === 1 ? values[0]! : `one of ${values.join(', ')}`);
  return (cell) => (allowed.has(cell) ? cell : wrong);
}

function readList(cell: string): string | Unfit {
  const entries = listEntries(cell);
  return entries?.every(isText) ? arrayLiteral(entries) : expectedList;
}

/** A list of texts as PostgreSQL reads it. */
export function arrayLiteral(items: readonly string[]): string {
  return `{${items.map(quotedItem).join(',')}}`;
}

export function quotedItem(item: string): string {
  return `"${item.includes('"') || item.includes('\\') ? item.replace(/["\\]/g, '\\$&') : item}"`;
}

function jsonOr(value: object | undefined, otherwise: Unfit): string | Unfit {
  return value ? JSON.stringify(value) : otherwise;
}
