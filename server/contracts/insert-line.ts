import { sql } from 'kysely';
import type { ContractLineChange } from '../../contract/contracts.ts';
import { insertion } from '../platform/database/changed-fields.ts';
import { newKeys } from '../platform/database/new-keys.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { lineColumns } from './columns.ts';
import { requirePeriod, requireWorth } from './require-sound.ts';

/** Adds a line to a contract and resolves to its key, which follows those of the lines before it. */
export async function insertLine(
  tx: Tx,
  workspace: string,
  { company, contract, place }: { company: string; contract: string; place: number },
  line: ContractLineChange,
): Promise<string> {
  requirePeriod(line.start, line.cancelledOn, 'cancelledOn');
  requireWorth(line);
  const { columns, values } = insertion(lineColumns, line);
  const keys = newKeys(`${contract} ${String(place).padStart(3, '0')}`);
  for (;;) {
    const key = keys.next().value;
    const { rows } = await sql`insert into contract_lines (workspace_id, key, contract, company${columns})
      values (${workspace}, ${key}, ${contract}, ${company}${values}) on conflict do nothing returning key`.execute(
      tx,
    );
    if (rows.length > 0) return key;
  }
}
