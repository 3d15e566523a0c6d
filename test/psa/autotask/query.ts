import type { Row } from './render.ts';

/** What cannot be asked; Autotask answers with 500 and these words. */
export class BadQuery extends Error {}

export interface Query {
  readonly filter: readonly Condition[];
  readonly maxRecords: number;
  /** Null: all fields. */
  readonly includeFields: readonly string[] | null;
}

type Condition = (row: Row) => boolean;

/** The fields of an entity by their names in lower case. */
export type FieldNames = ReadonlyMap<string, string>;

const MOST_RECORDS = 500;
const MOST_VALUES = 500;

export function parseQuery(body: unknown, entity: string, fields: FieldNames): Query {
  const found = Object.fromEntries(
    Object.entries(object(body)).map(([name, value]) => [name.toLowerCase(), value]),
  );
  if (!Array.isArray(found.filter) || found.filter.length === 0)
    throw new BadQuery('A query must have at least one filter.');
  const include = found.includefields;
  return {
    filter: found.filter.map((item) => condition(item, entity, fields)),
    maxRecords: Math.min(MOST_RECORDS, Number(found.maxrecords ?? MOST_RECORDS)),
    includeFields: Array.isArray(include)
      ? include.map((name) => fieldName(String(name), entity, fields))
      : null,
  };
}

function condition(item: unknown, entity: string, fields: FieldNames): Condition {
  const { op, field, value, items } = object(item);
  if (op === 'and' || op === 'or') {
    const parts = (Array.isArray(items) ? items : []).map((part) => condition(part, entity, fields));
    return op === 'and' ? (row) => parts.every((is) => is(row)) : (row) => parts.some((is) => is(row));
  }
  const name = fieldName(String(field), entity, fields);
  if (op === 'exist') return (row) => present(row[name]);
  if (op === 'notExist') return (row) => !present(row[name]);
  if (op === 'in' || op === 'notIn') {
    if (!Array.isArray(value) || value.length > MOST_VALUES)
      throw new BadQuery(`"${op}" takes a list of at most ${MOST_VALUES} values.`);
    const values = new Set(value.map(comparable));
    return (row) => present(row[name]) && values.has(comparable(row[name])) === (op === 'in');
  }
  const test = TESTS[String(op)];
  if (!test) throw new BadQuery(`"${op}" is not a valid operator.`);
  const other = comparable(value);
  return (row) => present(row[name]) && test(comparable(row[name]), other);
}

type Comparable = number | string;
const TESTS: Readonly<Record<string, (a: Comparable, b: Comparable) => boolean>> = {
  eq: (a, b) => a === b,
  noteq: (a, b) => a !== b,
  gt: (a, b) => a > b,
  gte: (a, b) => a >= b,
  lt: (a, b) => a < b,
  lte: (a, b) => a <= b,
  beginsWith: (a, b) => String(a).startsWith(String(b)),
  endsWith: (a, b) => String(a).endsWith(String(b)),
  contains: (a, b) => String(a).includes(String(b)),
};

const DATE = /^\d{4}-\d\d-\d\d(T|$)/;

/** Dates are compared as moments, in UTC where they do not say; texts without regard to case. */
function comparable(value: unknown): Comparable {
  if (typeof value === 'number') return value;
  const text = String(value);
  if (!DATE.test(text)) return text.toLowerCase();
  return Date.parse(/T/.test(text) && !/(Z|[+-]\d\d:\d\d)$/.test(text) ? `${text}Z` : text);
}

const present = (value: unknown) => value !== null && value !== undefined && value !== '';

function fieldName(name: string, entity: string, fields: FieldNames): string {
  const found = fields.get(name.toLowerCase());
  if (found === undefined) throw new BadQuery(`Unable to find ${name} in the ${entity} Entity.`);
  return found;
}

function object(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new BadQuery('The body of a query must be an object.');
  return value as Record<string, unknown>;
}

/** The first rows after an id that the query lets through, and whether there are more. Rows are in the order of their ids. */
export function runQuery(
  { filter, maxRecords, includeFields }: Query,
  rows: readonly Row[],
  afterId: number,
): { rows: readonly Row[]; more: boolean } {
  const found: Row[] = [];
  for (const row of rows) {
    if (row.id <= afterId || !filter.every((is) => is(row))) continue;
    if (found.length === maxRecords) return { rows: found, more: true };
    found.push(includeFields === null ? row : only(row, includeFields));
  }
  return { rows: found, more: false };
}

function only(row: Row, fields: readonly string[]): Row {
  return { id: row.id, ...Object.fromEntries(fields.map((field) => [field, row[field] ?? null])) };
}
