import { foldedName } from '../text/folded.ts';
import { slug } from '../text/slug.ts';
import type { NameBook } from './name-book.ts';
import { type CellStyle, readCell } from './read-cell.ts';
import type { SheetField, SheetKind } from './sheet-kinds.ts';

/** What a person has said of a sheet: which field each of its columns fills, and how its cells are written. */
export interface SheetReading extends CellStyle {
  readonly kind: SheetKind;
  readonly headings: readonly string[];
  /** As many as there are headings; null: the column is left out. */
  readonly mapping: readonly (string | null)[];
  /** The rows below the headings. */
  readonly rows: readonly (readonly string[])[];
}

/** Rows that the workspace has, by field, in the bundle's writing. */
export type StoredRow = Readonly<Record<string, string>>;

export interface PlannedChange {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

export interface PlannedRow {
  /** As a spreadsheet counts: the headings are row 1. */
  readonly row: number;
  readonly action: 'create' | 'update' | 'none';
  /** What it is called. */
  readonly name: string;
  readonly changes: readonly PlannedChange[];
  /** Every field that the file of the bundle is to have, in the bundle's writing. */
  readonly cells: StoredRow;
}

export interface SheetProblem {
  readonly row: number;
  /** The heading of the column; null: the row as a whole. */
  readonly column: string | null;
  readonly message: string;
}

export interface SheetPlan {
  readonly rows: readonly PlannedRow[];
  readonly problems: readonly SheetProblem[];
}

interface Known {
  readonly stored: readonly StoredRow[];
  readonly names: NameBook;
  /** Set on that day by that person, where a kind says so and no column does. */
  readonly stamp: { readonly setOn: string; readonly setBy: string };
}

/**
 * What a sheet would do, row by row, and everything that is wrong with it. A row is matched by its key, else by what its
 * kind is told apart by (a company by its name, a contact by company and e-mail …); a name that two have matches neither
 * and is a problem. An empty cell leaves what stands. Rows without any cell are passed over.
 */
export function planRows(reading: SheetReading, known: Known): SheetPlan {
  const match = matcher(reading.kind, known.stored);
  const keys = keyMaker(reading.kind, known.stored);
  const seen = new Map<string, number>();
  const rows: PlannedRow[] = [];
  const problems: SheetProblem[] = [];
  for (const [index, cells] of reading.rows.entries()) {
    const row = index + 2;
    if (cells.every((cell) => cell.trim() === '')) continue;
    const read = readRow(reading, cells, known.names);
    const found = read.problems.length > 0 ? null : match(read.values);
    const wrong = [...read.problems, ...(found === null ? [] : missing(reading.kind, found, read.values))];
    if (found !== null && 'problem' in found) wrong.push({ column: null, message: found.problem });
    problems.push(...wrong.map((problem) => ({ row, ...problem })));
    if (wrong.length > 0 || found === null || 'problem' in found) continue;
    const stored = found.row ?? { ...read.values, ...keys(read.values) };
    const earlier = seen.get(identityOf(reading.kind, stored));
    if (earlier !== undefined) {
      problems.push({ row, column: null, message: `the same as row ${earlier}; expected each once` });
      continue;
    }
    seen.set(identityOf(reading.kind, stored), row);
    rows.push({
      row,
      ...planned(reading, known, found.row, { ...stored, ...given(reading.kind, found.row, read.values) }),
    });
  }
  return { rows, problems };
}

type Wrong = Omit<SheetProblem, 'row'>;

function readRow(reading: SheetReading, cells: readonly string[], names: NameBook) {
  const values: Record<string, string> = {};
  const problems: Wrong[] = [];
  // the stack item of a row says whose products it names
  const columns = mappedFields(reading).sort(
    (a, b) => Number(a.field.rule === 'product') - Number(b.field.rule === 'product'),
  );
  for (const { field, index } of columns) {
    const cell = cells[index] ?? '';
    const column = reading.headings[index] ?? '';
    const read = readCell(cell, field.rule, reading);
    if ('expected' in read) {
      problems.push({ column, message: `is ${JSON.stringify(cell.trim())}; expected ${read.expected}` });
      continue;
    }
    const known = names(field.rule, read.text, values);
    if ('problem' in known) problems.push({ column, message: known.problem });
    else values[field.name] = known.text;
  }
  return { values, problems };
}

const mappedFields = ({ kind, mapping }: SheetReading) =>
  mapping.flatMap((name, index) => {
    const field = kind.fields.find((one) => one.name === name);
    return field ? [{ field, index }] : [];
  });

type Found = { readonly row: StoredRow | undefined };

/** The stored row that a row of the sheet is about. */
function matcher({ sameAs, keyFrom }: SheetKind, stored: readonly StoredRow[]) {
  const byKey = new Map(stored.map((row) => [row.key, row]));
  const indexes = sameAs.map((fields) => {
    const index = new Map<string, StoredRow[]>();
    for (const row of stored) {
      const at = placeOf(fields, row);
      if (at !== null) index.set(at, [...(index.get(at) ?? []), row]);
    }
    return { fields, index };
  });
  return (values: StoredRow): Found | { readonly problem: string } => {
    if (keyFrom !== null && values.key) return { row: byKey.get(values.key) };
    for (const { fields, index } of indexes) {
      const at = placeOf(fields, values);
      if (at === null) continue;
      const rows = index.get(at) ?? [];
      if (rows.length > 1)
        return {
          problem: `${rows.length} have the same ${fields.join(' and ')} (keys ${rows.map((row) => row.key).join(', ')}); expected a column with the key`,
        };
      if (rows[0]) return { row: rows[0] };
    }
    return { row: undefined };
  };
}

function placeOf(fields: readonly string[], row: StoredRow): string | null {
  if (fields.some((name) => !row[name])) return null;
  return JSON.stringify(fields.map((name) => foldedName(row[name]!)));
}

/** A new row says all that it needs; one that is known keeps what it has. */
function missing(
  { fields, keyFrom }: SheetKind,
  found: Found | { readonly problem: string },
  values: StoredRow,
): Wrong[] {
  const isNew = 'row' in found && found.row === undefined;
  return fields
    .filter(({ name, required }) => required && !values[name] && (isNew || keyFrom === null))
    .map(({ label }: SheetField) => ({ column: null, message: `has no ${label}; expected one` }));
}

/** Keys for new rows, made as the product makes them, that no row has yet. */
function keyMaker({ keyFrom, label }: SheetKind, stored: readonly StoredRow[]) {
  const taken = new Set(stored.map(({ key }) => key));
  return (values: StoredRow): StoredRow => {
    if (keyFrom === null) return {};
    if (values.key) {
      taken.add(values.key);
      return { key: values.key };
    }
    const base = slug(keyFrom.map((name) => values[name]).join(' ')) ?? slug(label)!;
    let key = base;
    for (let number = 2; taken.has(key); number++) key = `${base}-${number}`;
    taken.add(key);
    return { key };
  };
}

const identityOf = ({ keyFrom, sameAs }: SheetKind, row: StoredRow): string =>
  keyFrom === null ? placeOf(sameAs[0]!, row)! : row.key!;

/** What a row says. What it was found by is not written anew where only the case of letters differs. */
function given({ sameAs }: SheetKind, stored: StoredRow | undefined, values: StoredRow): StoredRow {
  const foundBy = new Set(sameAs.flat());
  const isSame = (name: string, text: string) =>
    foundBy.has(name) && foldedName(stored?.[name] ?? '') === foldedName(text);
  return Object.fromEntries(
    Object.entries(values).filter(([name, text]) => text !== '' && !isSame(name, text)),
  );
}

function planned(
  reading: SheetReading,
  { stamp }: Known,
  stored: StoredRow | undefined,
  cells: StoredRow,
): Omit<PlannedRow, 'row'> {
  const { kind } = reading;
  const names = mappedFields(reading).map(({ field }) => field.name);
  const changes = names
    .map((field) => ({ field, before: stored?.[field] ?? '', after: cells[field] ?? '' }))
    .filter(({ before, after }) => before !== after);
  const action = stored === undefined ? 'create' : changes.length > 0 ? 'update' : 'none';
  const stamped =
    kind.stamped && action !== 'none'
      ? Object.fromEntries(Object.entries(stamp).filter(([name]) => !names.includes(name)))
      : {};
  const name =
    kind.keyFrom === null
      ? kind.sameAs[0]!.map((field) => cells[field]).join(' × ')
      : (cells.name ?? cells.key!);
  return { action, name, changes, cells: { ...cells, ...stamped } };
}
