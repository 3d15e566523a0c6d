import { CompiledQuery } from 'kysely';
import type { Tx } from '../platform/database/transaction.ts';

/** Runs one statement; `Row` is what its author knows of the result. */
export async function query<Row>(tx: Tx, sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
  const { rows } = await tx.executeQuery<Row>(CompiledQuery.raw(sql, [...parameters]));
  return rows;
}

/** A name as SQL takes it: some of the format's words are words of SQL too ("order", "end", "user"). */
export function named(name: string): string {
  return `"${name}"`;
}
