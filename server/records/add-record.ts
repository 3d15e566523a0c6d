import { sql } from 'kysely';
import type { MeetingRecord } from '../../contract/records.ts';
import type { RecordKind } from '../../domain/records/missing-records.ts';
import { audit } from '../access/audit.ts';
import type { RowPlace } from '../access/place-of-row.ts';
import type { Viewer } from '../access/viewer.ts';
import { lockCompany } from '../companies/lock-company.ts';
import { newKeys } from '../platform/database/new-keys.ts';
import type { Tx } from '../platform/database/transaction.ts';
import type { Upload } from '../platform/files/receive-upload.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import { readRecord } from './read-records.ts';

/** So many records of one meeting are enough for anyone. */
const MOST = 200;

interface NewRecord {
  readonly kind: RecordKind;
  readonly title?: string | undefined;
  readonly link?: string;
  readonly file?: string;
}

/** Attaches a link to a meeting. */
export function addLink(
  tx: Tx,
  viewer: Viewer,
  meeting: RowPlace,
  { kind, title, link }: { kind: RecordKind; title?: string | undefined; link: string },
  now: Date,
): Promise<MeetingRecord> {
  return addRecord(tx, viewer, meeting, { kind, title, link: new URL(link).href }, now);
}

/**
 * Attaches a file, whose bytes are kept under `storedAs` already, to a meeting: the file, its content and the record in one
 * transaction. Resolves to the record and whether those bytes are the ones in use: equal ones may be kept already.
 */
export async function addFile(
  tx: Tx,
  viewer: Viewer,
  meeting: RowPlace,
  { kind, upload, storedAs }: { kind: RecordKind; upload: Upload; storedAs: string },
  now: Date,
): Promise<{ readonly record: MeetingRecord; readonly used: boolean }> {
  const { workspace, user } = viewer;
  const { company } = meeting;
  await lockMeeting(tx, meeting);
  const { rows } = await sql<{
    storedAs: string;
  }>`insert into file_contents (workspace_id, sha256, bytes, stored_as)
    values (${workspace}, ${upload.sha256}, ${upload.bytes}, ${storedAs}) on conflict (workspace_id, sha256) do update set unused_since = null
    returning stored_as as "storedAs"`.execute(tx);
  const { name, media, sha256 } = upload;
  const file = await firstFree(
    `${company} ${name}`,
    (key) => sql`insert into files (workspace_id, key, company, name, media, sha256, uploaded_at, uploaded_by)
      values (${workspace}, ${key}, ${company}, ${name}, ${media}, ${sha256}, ${now}, ${user.id})
      on conflict do nothing returning key`,
    tx,
  );
  return {
    record: await addRecord(tx, viewer, meeting, { kind, file }, now),
    used: rows[0]?.storedAs === storedAs,
  };
}

async function addRecord(
  tx: Tx,
  viewer: Viewer,
  meeting: RowPlace,
  { kind, title = undefined, link, file }: NewRecord,
  now: Date,
): Promise<MeetingRecord> {
  const { workspace, user, loaded } = viewer;
  await lockMeeting(tx, meeting);
  const { company, id } = meeting;
  const key = await firstFree(
    `${company} ${kind}`,
    (
      candidate,
    ) => sql`insert into records (workspace_id, key, meeting, company, kind, title, link, file, added_at, added_by)
      values (${workspace}, ${candidate}, ${id}, ${company}, ${kind}, ${title ?? null}, ${link ?? null}, ${file ?? null}, ${now}, ${user.id})
      on conflict do nothing returning key`,
    tx,
  );
  const record = await readRecord(tx, loaded.grants, key);
  const after = { kind, title: record.title, ...(link === undefined ? {} : { link }) };
  await audit(tx, { workspace, actor: user.id, action: 'attach record', company, subject: key, after });
  return record;
}

async function lockMeeting(tx: Tx, { company, id }: RowPlace): Promise<void> {
  await lockCompany(tx, company);
  const { rows } = await sql<{ records: number }>`
    select (select count(*)::int from records r where r.workspace_id = m.workspace_id and r.meeting = m.key) as records
    from meetings m where workspace_id = (select current_workspace()) and key = ${id} and company = ${company}`.execute(
    tx,
  );
  if (!rows[0]) throw notFound('meeting', id);
  if (rows[0].records >= MOST)
    throw new Refusal('unprocessable', `The meeting has ${MOST} records already; remove some first.`);
}

async function firstFree(
  name: string,
  insert: (key: string) => ReturnType<typeof sql>,
  tx: Tx,
): Promise<string> {
  const keys = newKeys(name);
  for (;;) {
    const key = keys.next().value;
    if ((await insert(key).execute(tx)).rows.length > 0) return key;
  }
}
