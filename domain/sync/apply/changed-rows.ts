import type { Cells } from './cells.ts';

/** What a sync does to one file of the bundle. */
export interface FileChanges {
  /** The columns that the sync owns, the ones that tell rows apart first. */
  readonly columns: readonly string[];
  /** Only rows that are new or differ; every cell of the columns. */
  readonly rows: readonly Cells[];
  readonly created: number;
  readonly updated: number;
}

/** Gathers the rows of a file, of which only what differs from what is present is written. */
export interface ChangedRows {
  /** What is to stand in these cells; others of the row stay as they are. */
  put(key: string, cells: Cells): void;
  /** As it will stand; undefined: there is no such row. */
  row(key: string): Cells | undefined;
  /** Every row, as it will stand. */
  all(): IterableIterator<[string, Cells]>;
  readonly changes: FileChanges;
}

export function changedRows(columns: readonly string[], present: ReadonlyMap<string, Cells>): ChangedRows {
  const after = new Map(present);
  const changed = new Set<string>();
  return {
    put(key, cells) {
      const before = after.get(key);
      if (before && Object.entries(cells).every(([name, text]) => (before[name] ?? '') === text)) return;
      after.set(key, { ...before, ...cells });
      changed.add(key);
    },
    row: (key) => after.get(key),
    all: () => after.entries(),
    get changes() {
      const keys = [...changed];
      return {
        columns,
        rows: keys.map((key) => {
          const row = after.get(key)!;
          return Object.fromEntries(columns.map((name) => [name, row[name] ?? '']));
        }),
        created: keys.filter((key) => !present.has(key)).length,
        updated: keys.filter((key) => present.has(key)).length,
      };
    },
  };
}
