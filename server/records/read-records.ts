import { type RawBuilder, sql } from 'kysely';
import type { MeetingOnFile, MeetingRecord, MeetingRecords } from '../../contract/records.ts';
import type { Grants } from '../../domain/access/grants.ts';
import type { MeetingKind } from '../../domain/engagement/meeting-kinds.ts';
import { requiredRecords, type TakenAssessment } from '../../domain/records/missing-records.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { notFound } from '../platform/http/refusal.ts';
import { readRequirements, requirementOf } from './requirements.ts';

interface Row extends Omit<MeetingRecord, 'title' | 'addedAt'> {
  readonly title: string | null;
  readonly addedAt: Date | null;
}

const columns = sql`r.key as id, r.meeting, r.company, r.kind, r.title, r.link,
  case when f.key is not null then json_build_object('name', f.name, 'media', f.media, 'bytes', c.bytes) end as file,
  r.added_at as "addedAt", r.added_by as "addedBy", '"' || md5(r::text) || '"' as etag`;
const joins = sql`left join files f on f.workspace_id = r.workspace_id and f.key = r.file
  left join file_contents c on c.workspace_id = f.workspace_id and c.sha256 = f.sha256`;

/** A record to read, or to be removed; the transaction must see its company. */
export async function readRecord(tx: Tx, grants: Grants, id: string): Promise<MeetingRecord> {
  const [record] = await recordsWhere(tx, grants, sql`r.key = ${id}`);
  if (!record) throw notFound('record', id);
  return record;
}

/** The records of a meeting of a company, and which required ones are missing. */
export async function readMeetingRecords(
  tx: Tx,
  grants: Grants,
  { company, id }: { readonly company: string; readonly id: string },
): Promise<MeetingRecords> {
  const { rows } = await sql<{ kind: MeetingKind; date: string }>`select kind, date from meetings
    where workspace_id = (select current_workspace()) and key = ${id} and company = ${company}`.execute(tx);
  const meeting = rows[0];
  if (!meeting) throw notFound('meeting', id);
  const records = await recordsWhere(tx, grants, sql`r.meeting = ${id} and r.company = ${company}`);
  const requirement = await requirementOf(tx, meeting.kind);
  const assessments = await assessmentsOf(tx, company);
  return { required: requiredRecords(requirement, meeting.date, records, assessments), records };
}

/** A company's meetings that have or require records, the latest first; cancelled ones are left out. */
export async function readCompanyRecords(tx: Tx, grants: Grants, company: string): Promise<MeetingOnFile[]> {
  const { rows: meetings } = await sql<Pick<MeetingOnFile, 'id' | 'kind' | 'date' | 'status'>>`
    select key as id, kind, date, coalesce(status, 'planned') as status from meetings
    where workspace_id = (select current_workspace()) and company = ${company} and status is distinct from 'cancelled'
    order by date desc, key collate "C"`.execute(tx);
  const all = await recordsWhere(tx, grants, sql`r.company = ${company}`);
  const requirements = (await readRequirements(tx)).items;
  const assessments = await assessmentsOf(tx, company);
  return meetings.flatMap((meeting) => {
    const records = all.filter((record) => record.meeting === meeting.id);
    const requirement = requirements.find(({ meetingKind }) => meetingKind === meeting.kind)!;
    const required = requiredRecords(requirement, meeting.date, records, assessments);
    return records.length + required.length > 0 ? [{ ...meeting, required, records }] : [];
  });
}

async function recordsWhere(tx: Tx, grants: Grants, which: RawBuilder<unknown>): Promise<MeetingRecord[]> {
  const { rows } = await sql<Row>`select ${columns} from records r ${joins}
    where r.workspace_id = (select current_workspace()) and ${which}
    order by r.added_at nulls first, r.key collate "C"`.execute(tx);
  return rows.map((row) => presented(row, grants));
}

async function assessmentsOf(tx: Tx, company: string): Promise<TakenAssessment[]> {
  const { rows } = await sql<TakenAssessment>`
    select key as id, template, taken_on as "takenOn", score::float8 as score from assessments
    where workspace_id = (select current_workspace()) and company = ${company}
      and status is distinct from 'in_progress' and score is not null
    order by taken_on, key collate "C"`.execute(tx);
  return rows;
}

function presented<R extends Row>(row: R, grants: Grants): R & MeetingRecord {
  const { title, link, file, addedAt, addedBy } = row;
  return {
    ...row,
    title: title ?? file?.name ?? (link === null ? '' : new URL(link).host),
    addedAt: addedAt === null ? null : addedAt.toISOString(),
    addedBy: grants.users.find(({ id }) => id === addedBy)?.name ?? addedBy,
  };
}
