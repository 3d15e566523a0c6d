import { sql } from 'kysely';
import type { Meeting, NewMeeting } from '../../contract/meetings.ts';
import { audit } from '../access/audit.ts';
import type { Viewer } from '../access/viewer.ts';
import { lockCompany } from '../companies/lock-company.ts';
import { insertion } from '../platform/database/changed-fields.ts';
import { newKeys } from '../platform/database/new-keys.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { meetingColumns } from './meeting-columns.ts';
import { readMeeting } from './read-meeting.ts';
import { requireHeldInPast, requireKnown } from './require-sound-meeting.ts';
import { writeLists } from './write-lists.ts';

/** Plans a meeting with a company, or notes one that was held. Refuses one held on a day to come, and unknown attendees. */
export async function createMeeting(
  tx: Tx,
  { workspace, user, loaded }: Viewer,
  company: string,
  meeting: NewMeeting,
): Promise<Meeting> {
  await lockCompany(tx, company);
  requireHeldInPast(meeting, loaded.asOf);
  await requireKnown(tx, company, meeting);
  const id = await insertMeeting(tx, workspace, company, meeting);
  await writeLists(tx, workspace, { company, id }, meeting);
  await audit(tx, {
    workspace,
    actor: user.id,
    action: 'create meeting',
    company,
    subject: id,
    after: meeting,
  });
  return readMeeting(tx, id, loaded.asOf);
}

async function insertMeeting(
  tx: Tx,
  workspace: string,
  company: string,
  meeting: NewMeeting,
): Promise<string> {
  const { columns, values } = insertion(meetingColumns, meeting);
  const keys = newKeys(`${company} ${meeting.kind} ${meeting.date}`);
  for (;;) {
    const key = keys.next().value;
    const { rows } = await sql`insert into meetings (workspace_id, key, company${columns})
      values (${workspace}, ${key}, ${company}${values}) on conflict do nothing returning key`.execute(tx);
    if (rows.length > 0) return key;
  }
}
