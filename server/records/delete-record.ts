import { sql } from 'kysely';
import { audit } from '../access/audit.ts';
import type { RowPlace } from '../access/place-of-row.ts';
import { requireUnchangedBy } from '../access/require-unchanged.ts';
import type { Viewer } from '../access/viewer.ts';
import { lockCompany } from '../companies/lock-company.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { readRecord } from './read-records.ts';

/** Removes a record and its file; the bytes are swept once nothing names them any more (sweep-files.ts). */
export async function deleteRecord(
  tx: Tx,
  viewer: Viewer,
  { company, id }: RowPlace,
  ifMatch: string | undefined,
): Promise<void> {
  const { workspace, user, loaded } = viewer;
  await lockCompany(tx, company);
  const record = await readRecord(tx, loaded.grants, id);
  await requireUnchangedBy(tx, viewer, ifMatch, record, { company, actions: ['attach record'], subject: id });
  const { rows } = await sql<{ file: string | null }>`delete from records
    where workspace_id = ${workspace} and key = ${id} returning file`.execute(tx);
  await sql`delete from files f where workspace_id = ${workspace} and key = ${rows[0]?.file ?? null}
    and not exists (select from records r where r.workspace_id = f.workspace_id and r.file = f.key)`.execute(
    tx,
  );
  const { kind, title, link } = record;
  await audit(tx, {
    workspace,
    actor: user.id,
    action: 'remove record',
    company,
    subject: id,
    before: { kind, title, ...(link === null ? {} : { link }) },
  });
}
