import { sql } from 'kysely';
import type { RecordRequirement } from '../../contract/records.ts';
import { MEETING_KINDS, type MeetingKind } from '../../domain/engagement/meeting-kinds.ts';
import { defaultRequirement, REQUIRABLE, type Requirement } from '../../domain/records/missing-records.ts';
import { audit } from '../access/audit.ts';
import { changedMeanwhile, lastEvent } from '../access/last-change.ts';
import type { Viewer } from '../access/viewer.ts';
import { changedFields } from '../platform/database/changed-fields.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { etagOf } from '../platform/http/etag.ts';
import { isUnchanged } from '../platform/http/if-match.ts';

interface Requirements {
  readonly items: RecordRequirement[];
  readonly etag: string;
}

/** What every kind of meeting requires, as stored or by default. */
export async function readRequirements(tx: Tx): Promise<Requirements> {
  const { rows } = await sql<{ kind: MeetingKind; records: string[] | null; days: number | null }>`
    select meeting_kind as kind, records, assessment_days as days from record_requirements
    where workspace_id = (select current_workspace())`.execute(tx);
  const items = MEETING_KINDS.map((meetingKind) => {
    const row = rows.find(({ kind }) => kind === meetingKind);
    const { records, assessmentDays } = defaultRequirement(meetingKind);
    return {
      meetingKind,
      records: [...(row ? REQUIRABLE.filter((kind) => row.records?.includes(kind)) : records)],
      assessmentDays: row?.days ?? assessmentDays,
    };
  });
  return { items, etag: etagOf(items) };
}

/** What one kind of meeting requires. */
export async function requirementOf(tx: Tx, kind: MeetingKind): Promise<Requirement> {
  return (await readRequirements(tx)).items.find(({ meetingKind }) => meetingKind === kind)!;
}

/** Says what kinds of meetings require; the others stay. Refuses an If-Match that no longer holds. */
export async function updateRequirements(
  tx: Tx,
  viewer: Viewer,
  items: readonly RecordRequirement[],
  ifMatch: string | undefined,
): Promise<Requirements> {
  const { workspace, user } = viewer;
  await sql`select from workspaces where id = (select current_workspace()) for no key update`.execute(tx);
  const stored = await readRequirements(tx);
  if (!isUnchanged(ifMatch, stored.etag))
    throw changedMeanwhile(
      stored,
      await lastEvent(tx, viewer.loaded.grants, sql`action = 'update record requirements'`),
    );
  for (const { meetingKind, records, assessmentDays } of items) {
    const before = stored.items.find((item) => item.meetingKind === meetingKind)!;
    const sorted = REQUIRABLE.filter((kind) => records.includes(kind));
    const changed = changedFields(before, { records: sorted, assessmentDays });
    if (!changed) continue;
    await sql`insert into record_requirements (workspace_id, meeting_kind, records, assessment_days)
      values (${workspace}, ${meetingKind}, ${sorted}, ${assessmentDays})
      on conflict (workspace_id, meeting_kind)
      do update set records = excluded.records, assessment_days = excluded.assessment_days`.execute(tx);
    await audit(tx, {
      workspace,
      actor: user.id,
      action: 'update record requirements',
      subject: meetingKind,
      ...changed,
    });
  }
  return readRequirements(tx);
}
