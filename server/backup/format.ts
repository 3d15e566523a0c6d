import { createHash } from 'node:crypto';

/**
 * A backup is a gzip of lines of JSON, which any program can read:
 *
 *     {"quarterdeckBackup":1,"migrations":["20261122-…sql",…]}     which migrations had made the tables
 *     {"table":"users","columns":["workspace_id","key",…]}
 *     ["0192…","dana",…]        a row of that table: each value as PostgreSQL writes it as text, or null
 *     …                         tables stand after those that they refer to
 *     {"rows":1234,"sha256":"…"}      of all rows, and of every byte before this line
 */
export const BACKUP_VERSION = 1;

export interface BackupHeader {
  readonly quarterdeckBackup: typeof BACKUP_VERSION;
  /** Names of the applied migrations, in their order. */
  readonly migrations: readonly string[];
}

export interface BackupTable {
  readonly table: string;
  readonly columns: readonly string[];
}

export type BackupRow = readonly (string | null)[];

export interface BackupFooter {
  readonly rows: number;
  readonly sha256: string;
}

/** Adds up what the footer says while the text passes by. */
export interface BackupSum {
  add(text: string, rows: number): void;
  footer(): BackupFooter;
}

export function backupSum(): BackupSum {
  const hash = createHash('sha256');
  let total = 0;
  return {
    add(text, rows) {
      hash.update(text);
      total += rows;
    },
    footer: () => ({ rows: total, sha256: hash.copy().digest('hex') }),
  };
}
