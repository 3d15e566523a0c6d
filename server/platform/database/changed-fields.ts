import { type RawBuilder, sql } from 'kysely';

type Fields = Readonly<Record<string, unknown>>;

/** The fields of a change that differ from what is stored: as they were, and as they are to be; null if none does. */
export function changedFields(
  stored: Fields,
  change: Fields,
): { readonly before: Record<string, unknown>; readonly after: Record<string, unknown> } | null {
  const names = Object.keys(change).filter(
    (name) => change[name] !== undefined && !isSame(stored[name], change[name]),
  );
  if (names.length === 0) return null;
  const pick = (from: Fields) => Object.fromEntries(names.map((name) => [name, from[name] ?? null]));
  return { before: pick(stored), after: pick(change) };
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

/** `column = value, …` for the fields that have a column; null if none has. */
export function assignments(columns: Readonly<Record<string, string>>, fields: Fields) {
  const set = stored(columns, fields).map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
  return set.length === 0 ? null : sql.join(set);
}

/** The columns and values to insert for the fields that have a column, each list to follow others. */
export function insertion(columns: Readonly<Record<string, string>>, fields: Fields) {
  const list = stored(columns, fields);
  const joined = (parts: RawBuilder<unknown>[]) =>
    sql.join(
      parts.map((part) => sql`, ${part}`),
      sql``,
    );
  return {
    columns: joined(list.map(([column]) => sql`${sql.ref(column)}`)),
    values: joined(list.map(([, value]) => sql`${value}`)),
  };
}

function stored(columns: Readonly<Record<string, string>>, fields: Fields): [string, unknown][] {
  return Object.entries(columns).flatMap(([name, column]): [string, unknown][] =>
    fields[name] === undefined ? [] : [[column, fields[name]]],
  );
}
