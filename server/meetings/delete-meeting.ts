import { sql } from 'kysely';
import { audit } from '../access/audit.ts';
import type { RowPlace } from '../access/place-of-row.ts';
import { requireUnchangedBy } from '../access/require-unchanged.ts';
import type { Viewer } from '../access/viewer.ts';
import { lockCompany } from '../companies/lock-company.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { asMeetingChange, readMeeting } from './read-meeting.ts';

/** Deletes a meeting with its action items; the record keeps what they were. */
export async function deleteMeeting(
  tx: Tx,
  viewer: Viewer,
  { company, id }: RowPlace,
  ifMatch: string | undefined,
): Promise<void> {
  const { workspace, user, loaded } = viewer;
  await lockCompany(tx, company);
  const meeting = await readMeeting(tx, id, loaded.asOf);
  await requireUnchangedBy(tx, viewer, ifMatch, meeting, {
    company,
    actions: ['create meeting', 'update meeting'],
    subject: id,
  });
  await sql`delete from meetings where workspace_id = ${workspace} and key = ${id}`.execute(tx);
  const actionItems = meeting.actionItems.map(({ etag, overdue, owner, ...item }) => ({
    ...item,
    owner: owner?.id ?? null,
  }));
  const before = { ...asMeetingChange(meeting), ...(actionItems.length > 0 ? { actionItems } : {}) };
  await audit(tx, { workspace, actor: user.id, action: 'delete meeting', company, subject: id, before });
}
