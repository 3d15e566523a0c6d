import { sql } from 'kysely';
import type { Meeting, MeetingChange } from '../../contract/meetings.ts';
import { type AuditEvent, audit } from '../access/audit.ts';
import type { RowPlace } from '../access/place-of-row.ts';
import { requireUnchangedBy } from '../access/require-unchanged.ts';
import type { Viewer } from '../access/viewer.ts';
import { lockCompany } from '../companies/lock-company.ts';
import { assignments, changedFields } from '../platform/database/changed-fields.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { meetingColumns } from './meeting-columns.ts';
import { asMeetingChange, readMeeting, sortedIds } from './read-meeting.ts';
import { requireHeldInPast, requireKnown } from './require-sound-meeting.ts';
import { writeLists } from './write-lists.ts';

/**
 * Changes a meeting. Refuses an If-Match that no longer holds, a meeting held on a day to come, and whom and what the
 * company does not have.
 */
export async function updateMeeting(
  tx: Tx,
  viewer: Viewer,
  { company, id }: RowPlace,
  change: MeetingChange,
  ifMatch: string | undefined,
): Promise<Meeting> {
  const { workspace, user, loaded } = viewer;
  await lockCompany(tx, company);
  const meeting = await readMeeting(tx, id, loaded.asOf);
  await requireUnchangedBy(tx, viewer, ifMatch, meeting, {
    company,
    actions: ['create meeting', 'update meeting'],
    subject: id,
  });
  const changed = changedFields(asMeetingChange(meeting), inOrder(change));
  if (!changed) return meeting;
  const after: MeetingChange = changed.after;
  requireHeldInPast({ ...meeting, ...pick(after) }, loaded.asOf);
  await requireKnown(tx, company, after);
  const set = assignments(meetingColumns, after);
  if (set)
    await sql`update meetings set ${set} where workspace_id = ${workspace} and key = ${id}`.execute(tx);
  await writeLists(tx, workspace, { company, id }, after);
  const event = { workspace, actor: user.id, action: 'update meeting', company, subject: id, ...changed };
  if (!(onlyNotes(after) && (await hasJustTakenNotes(tx, event)))) await audit(tx, event);
  return readMeeting(tx, id, loaded.asOf);
}

const pick = ({ status, date }: MeetingChange) => ({
  ...(status === undefined ? {} : { status }),
  ...(date === undefined ? {} : { date }),
});

function inOrder(change: MeetingChange): MeetingChange {
  const lists = ['attendees', 'clientAttendees', 'otherAttendees', 'recommendations'] as const;
  const sorted = lists.flatMap((name) => (change[name] ? [[name, sortedIds(change[name])] as const] : []));
  return { ...change, ...Object.fromEntries(sorted) };
}

const onlyNotes = (after: MeetingChange) => Object.keys(after).every((name) => name === 'notes');

/** Notes are saved while they are typed: what one person takes within ten minutes is one event, that of its beginning. */
async function hasJustTakenNotes(tx: Tx, { company, subject, actor }: AuditEvent): Promise<boolean> {
  const { rows } = await sql<{ actor: string | null; recent: boolean; fields: string[] | null }>`
    select actor, at > now() - interval '10 minutes' as recent,
      (select array_agg(field) from jsonb_object_keys(after) as field) as fields
    from audit_events where workspace_id = (select current_workspace()) and company = ${company} and subject = ${subject}
    order by id desc limit 1`.execute(tx);
  const [last] = rows;
  return last !== undefined && last.actor === actor && last.recent && last.fields?.join() === 'notes';
}
