/** A row of a list, and whether a condition takes it. */
export type Row = Readonly<Record<string, unknown>>;
export type Condition = (row: Row) => boolean;

/** Of dates, some installations read days alone: a condition with a time is true of nothing there. */
export interface ReadingOfDates {
  readonly daysOnly: boolean;
}

/**
 * The part of ConnectWise's conditions that programs use: `company/id=12 and closedFlag=false and lastUpdated>[2026-01-01T00:00:00Z]`,
 * `id in (1,2)`, `name like "x%"`, `name contains "x"`, brackets. Throws a SyntaxError for anything else.
 */
export function parseCondition(text: string, reading: ReadingOfDates): Condition {
  const tokens = text.match(TOKEN) ?? [];
  if (tokens.join('').replace(/\s/g, '') !== text.replace(/\s/g, ''))
    throw new SyntaxError(`"${text}" is no condition`);
  let at = 0;
  const isNext = (word: string) => tokens[at]?.toLowerCase() === word;
  const take = (word: string) => {
    if (!isNext(word))
      throw new SyntaxError(`"${text}": expected ${word} instead of ${tokens[at] ?? 'the end'}`);
    at += 1;
  };

  const either = (): Condition => {
    const parts = [both()];
    while (isNext('or')) {
      at += 1;
      parts.push(both());
    }
    return (row) => parts.some((part) => part(row));
  };
  const both = (): Condition => {
    const parts = [one()];
    while (isNext('and')) {
      at += 1;
      parts.push(one());
    }
    return (row) => parts.every((part) => part(row));
  };
  const one = (): Condition => {
    if (isNext('(')) {
      at += 1;
      const inner = either();
      take(')');
      return inner;
    }
    const field = tokens[at++] ?? '';
    const operator = tokens[at++]?.toLowerCase() ?? '';
    if (operator === 'in') return among(field);
    const typed = tokens[at++];
    const compare = OPERATORS[operator];
    if (!compare || typed === undefined) throw new SyntaxError(`"${text}": ${operator} is no operator`);
    if (reading.daysOnly && /^\[.*T.*\]$/.test(typed)) return () => false;
    const value = literal(typed);
    return (row) => compare(fieldOf(row, field, typeof value), value);
  };
  const among = (field: string): Condition => {
    take('(');
    const values: Value[] = [];
    for (; !isNext(')'); at++) if (!isNext(',')) values.push(literal(tokens[at] ?? ''));
    take(')');
    return (row) => values.some((value) => fieldOf(row, field, typeof value) === value);
  };

  const condition = either();
  if (at < tokens.length) throw new SyntaxError(`"${text}": ${tokens[at]} is one too many`);
  return condition;
}

const TOKEN = /"[^"]*"|\[[^\]]*\]|>=|<=|!=|[=<>(),]|[^\s"[\]<>=!(),]+/g;

type Value = string | number | boolean | null;

const OPERATORS: Readonly<Record<string, (field: Value, value: Value) => boolean>> = {
  '=': (field, value) => field === value,
  '!=': (field, value) => field !== value,
  '>': (field, value) => field !== null && value !== null && field > value,
  '<': (field, value) => field !== null && value !== null && field < value,
  '>=': (field, value) => field !== null && value !== null && field >= value,
  '<=': (field, value) => field !== null && value !== null && field <= value,
  contains: (field, value) =>
    String(field ?? '')
      .toLowerCase()
      .includes(String(value).toLowerCase()),
  like: (field, value) => {
    const pattern = String(value)
      .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
      .replace(/[%*]/g, '.*');
    return new RegExp(`^${pattern}$`, 'i').test(String(field ?? ''));
  },
};

/** A date is its milliseconds; one without a zone is UTC. */
function literal(token: string): Value {
  if (token.startsWith('"')) return token.slice(1, -1);
  if (token.startsWith('[')) return instant(token.slice(1, -1));
  if (token === 'true' || token === 'false') return token === 'true';
  if (token === 'null') return null;
  if (/^-?\d+(\.\d+)?$/.test(token)) return Number(token);
  throw new SyntaxError(`${token} is no value`);
}

function instant(text: string): number {
  const time = Date.parse(text.includes('T') && !/Z|[+-]\d\d:\d\d$/.test(text) ? `${text}Z` : text);
  if (Number.isNaN(time)) throw new SyntaxError(`[${text}] is no date`);
  return time;
}

/** `company/id` leads into a reference; when a row came about and was changed is asked for without its `_info`. */
function fieldOf(row: Row, path: string, type: string): Value {
  const inInfo = path === 'lastUpdated' || path === 'dateEntered' ? `_info/${path}` : path;
  let value: unknown = row;
  for (const name of inInfo.split('/')) value = (value as Row | null | undefined)?.[name];
  if (type === 'number' && typeof value === 'string') return instant(value);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
