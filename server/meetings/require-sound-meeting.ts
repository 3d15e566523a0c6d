import { sql } from 'kysely';
import type { MeetingChange } from '../../contract/meetings.ts';
import type { Day } from '../../domain/portfolio/values.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { meetingLists } from './meeting-columns.ts';

/** Refuses a meeting that was held on a day to come. */
export function requireHeldInPast({ status, date }: Pick<MeetingChange, 'status' | 'date'>, asOf: Day): void {
  if (status !== 'held' || date === undefined || date <= asOf) return;
  throw new Refusal(
    'unprocessable',
    `A meeting of ${date} cannot have been held yet; expected a date up to today, ${asOf}.`,
  );
}

/** Refuses whom and what a meeting names that does not exist, or belongs to another company: to the client the same. */
export async function requireKnown(tx: Tx, company: string, change: MeetingChange): Promise<void> {
  for (const name of ['attendees', 'clientAttendees', 'recommendations'] as const) {
    const ids = change[name] ?? [];
    if (ids.length === 0) continue;
    const { of, word } = meetingLists[name];
    const { rows } = await sql<{ key: string }>`select key from ${sql.table(of)}
      where workspace_id = (select current_workspace()) and key = any(${ids})
        ${of === 'users' ? sql`` : sql`and company = ${company}`}`.execute(tx);
    const known = new Set(rows.map(({ key }) => key));
    const unknown = ids.find((id) => !known.has(id));
    if (unknown !== undefined) throw unknownRow(word, unknown, name);
  }
  if (change.escalation == null) return;
  const { rows } = await sql`select from escalations
    where workspace_id = (select current_workspace()) and key = ${change.escalation} and company = ${company}`.execute(
    tx,
  );
  if (rows.length === 0) throw unknownRow('escalation', change.escalation, 'escalation');
}

function unknownRow(word: string, id: string, field: string): Refusal {
  return new Refusal('unprocessable', `Field "${field}" names the ${word} "${id}", which is unknown here.`);
}
