import { sql } from 'kysely';
import { audit } from '../access/audit.ts';
import type { RowPlace } from '../access/place-of-row.ts';
import { requireUnchangedBy } from '../access/require-unchanged.ts';
import type { Viewer } from '../access/viewer.ts';
import { lockCompany } from '../companies/lock-company.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { readEscalation } from './read-escalations.ts';

/** Deletes an escalation with its log; the record keeps what they were, and meetings about it stay. */
export async function deleteEscalation(
  tx: Tx,
  viewer: Viewer,
  { company, id }: RowPlace,
  ifMatch: string | undefined,
): Promise<void> {
  const { workspace, user, loaded } = viewer;
  await lockCompany(tx, company);
  const escalation = await readEscalation(tx, id, loaded.asOf);
  await requireUnchangedBy(tx, viewer, ifMatch, escalation, {
    company,
    actions: ['create escalation', 'update escalation'],
    subject: id,
  });
  await sql`update meetings set escalation = null where workspace_id = ${workspace} and escalation = ${id}`.execute(
    tx,
  );
  await sql`delete from escalations where workspace_id = ${workspace} and key = ${id}`.execute(tx);
  const { id: _, company: __, meetings, updateLate, etag, log, ...own } = escalation;
  await audit(tx, {
    workspace,
    actor: user.id,
    action: 'delete escalation',
    company,
    subject: id,
    before: { ...own, owner: own.owner?.id ?? null, ...(log.length > 0 ? { log } : {}) },
  });
}
