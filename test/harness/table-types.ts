import type { Database } from '../../server/platform/database/database.ts';

/** The source of server/platform/database/tables.ts, as the migrated database is: one type per table, columns by name. */
export async function tableTypes(database: Database): Promise<string> {
  const { rows } = await database.pool.query<Column>(columns);
  const tables = new Map<string, Column[]>();
  for (const row of rows) tables.set(row.table, [...(tables.get(row.table) ?? []), row]);
  const types = [...tables].map(
    ([table, columns]) => `export type ${pascal(table)}Table = {\n${columns.map(line).join('')}};\n`,
  );
  const all = [...tables.keys()].map((table) => `  ${table}: ${pascal(table)}Table;\n`).join('');
  return [header, ...types, `export type Tables = {\n${all}};\n`].join('\n');
}

const header = `import type { ColumnType, Generated } from 'kysely';

/**
 * The tables as the migrations make them. Generated, so never edited: tables.test.ts compares it with a migrated
 * database and, with \`npx vitest run -u --project database server/platform/database/tables\`, writes it.
 * numeric is exact text, date is YYYY-MM-DD, bigint a safe integer; JSON is written as text.
 */
`;

type Column = {
  table: string;
  column: string;
  type: string;
  nullable: boolean;
  defaulted: boolean;
  /** The definition of a check on this column alone. */
  check: string | null;
};

const columns = `
  select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type,
    not a.attnotnull as nullable, a.atthasdef or a.attidentity <> '' as defaulted,
    (select pg_get_constraintdef(k.oid) from pg_constraint k
      where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum] and pg_get_constraintdef(k.oid) like '%= ANY (ARRAY[%'
      limit 1) as check
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
  order by c.relname collate "C", a.attnum`;

const scalars: Record<string, string> = {
  bigint: 'number',
  integer: 'number',
  smallint: 'number',
  'double precision': 'number',
  boolean: 'boolean',
  text: 'string',
  uuid: 'string',
  date: 'string',
  bytea: 'Buffer',
};

function line({ table, column, type, nullable, defaulted, check }: Column): string {
  const orNull = nullable ? ' | null' : '';
  const optional = (type: string) => (defaulted ? `Generated<${type}>` : type);
  const two = (read: string, write: string) => {
    const insert = `${write}${orNull}${nullable || defaulted ? ' | undefined' : ''}`;
    return `ColumnType<${read}${orNull}, ${insert}, ${write}${orNull}>`;
  };
  if (type === 'numeric') return property(column, two('string', 'string | number'));
  if (type === 'timestamp with time zone') return property(column, two('Date', 'Date | string'));
  if (type === 'jsonb' || type === 'json') return property(column, two('unknown', 'string'));
  const scalar = scalars[type.replace(/\[\]$/, '')];
  if (!scalar)
    throw new Error(`${table}.${column} has the type ${type}, for which table-types.ts has no word`);
  const choices =
    type === 'text' && check
      ? [...check.matchAll(/'((?:[^']|'')*)'::text/g)].map(([, text]) => `'${text}'`)
      : [];
  const word = choices.length > 0 ? choices : [type.endsWith('[]') ? `${scalar}[]` : scalar];
  return property(column, optional([...word, ...(nullable ? ['null'] : [])].join(' | ')));
}

/** One line, or one line per choice where it would be longer than the formatter allows. */
function property(column: string, type: string): string {
  const short = `  ${column}: ${type};\n`;
  if (short.length <= 111) return short;
  return `  ${column}:\n${type
    .split(' | ')
    .map((choice) => `    | ${choice}`)
    .join('\n')};\n`;
}

function pascal(name: string): string {
  return name.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
