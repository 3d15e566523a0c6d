import { sql } from 'kysely';
import type { Contract, NewContract } from '../../contract/contracts.ts';
import { audit } from '../access/audit.ts';
import type { Viewer } from '../access/viewer.ts';
import { lockCompany } from '../companies/lock-company.ts';
import { insertion } from '../platform/database/changed-fields.ts';
import { newKeys } from '../platform/database/new-keys.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { contractColumns } from './columns.ts';
import { insertLine } from './insert-line.ts';
import { readContract } from './read-contracts.ts';
import { requirePeriod } from './require-sound.ts';

/** Adds a contract with its lines to a company. Its key begins with the company's, so that it says nothing of others'. */
export async function createContract(
  tx: Tx,
  { workspace, user, loaded }: Viewer,
  company: string,
  { lines = [], ...contract }: NewContract,
): Promise<Contract> {
  await lockCompany(tx, company);
  requirePeriod(contract.start, contract.end, 'end');
  const key = await insertContract(tx, workspace, company, contract);
  for (const [index, line] of lines.entries())
    await insertLine(tx, workspace, { company, contract: key, place: index + 1 }, line);
  await audit(tx, {
    workspace,
    actor: user.id,
    action: 'create contract',
    company,
    subject: key,
    after: { ...contract, ...(lines.length > 0 ? { lines } : {}) },
  });
  return readContract(tx, loaded, company, key);
}

async function insertContract(
  tx: Tx,
  workspace: string,
  company: string,
  contract: Omit<NewContract, 'lines'>,
): Promise<string> {
  const { columns, values } = insertion(contractColumns, contract);
  const keys = newKeys(`${company} ${contract.name}`);
  for (;;) {
    const key = keys.next().value;
    const { rows } = await sql`insert into contracts (workspace_id, key, company${columns})
      values (${workspace}, ${key}, ${company}${values}) on conflict do nothing returning key`.execute(tx);
    if (rows.length > 0) return key;
  }
}
