import { sql } from 'kysely';
import { audit } from '../access/audit.ts';
import type { RowPlace } from '../access/place-of-row.ts';
import { requireUnchangedBy } from '../access/require-unchanged.ts';
import type { Viewer } from '../access/viewer.ts';
import { lockCompany } from '../companies/lock-company.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { readCsatResponse } from './read-csat.ts';

/** Deletes a response. The link that it was given by stays answered. */
export async function deleteResponse(
  tx: Tx,
  viewer: Viewer,
  { company, id }: RowPlace,
  ifMatch: string | undefined,
): Promise<void> {
  const { workspace, user } = viewer;
  await lockCompany(tx, company);
  const response = await readCsatResponse(tx, company, id);
  const actions = ['create CSAT response'];
  await requireUnchangedBy(tx, viewer, ifMatch, response, { company, actions, subject: id });
  await sql`delete from csat where workspace_id = ${workspace} and key = ${id}`.execute(tx);
  const { rating, comment, answeredAt } = response;
  const before = { rating, comment, answeredAt };
  await audit(tx, {
    workspace,
    actor: user.id,
    action: 'delete CSAT response',
    company,
    subject: id,
    before,
  });
}
