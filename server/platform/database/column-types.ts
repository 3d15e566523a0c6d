import pg from 'pg';

/**
 * What JavaScript sees of PostgreSQL's types where node-postgres alone would choose otherwise:
 * bigint is a number (an error where it is not a safe integer), numeric its exact text, date `YYYY-MM-DD`.
 * timestamptz stays a Date. Arrays of these hold the same.
 */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: ((type: number, format: 'text' | 'binary') =>
    (format !== 'binary' && parsers.get(type)) ||
    pg.types.getTypeParser(type, format)) as typeof pg.types.getTypeParser,
};

const { INT8, NUMERIC, DATE } = pg.types.builtins;
const arrayOf = { int8: 1016, numeric: 1231, date: 1182, text: 1009 };
const asText = (text: string) => text;
const parseTextArray = pg.types.getTypeParser(arrayOf.text as number) as (text: string) => (string | null)[];

const parsers = new Map<number, (text: string) => unknown>([
  [INT8, parseInteger],
  [NUMERIC, asText],
  [DATE, asText],
  [arrayOf.int8, (text) => parseTextArray(text).map((item) => (item === null ? null : parseInteger(item)))],
  [arrayOf.numeric, parseTextArray],
  [arrayOf.date, parseTextArray],
]);

function parseInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) {
    throw new Error(
      `the bigint ${text} is beyond ±${Number.MAX_SAFE_INTEGER}, which numbers here can hold exactly`,
    );
  }
  return value;
}
