import { sql } from 'kysely';
import type { z } from 'zod';
import type { NewSurvey, Survey } from '../../contract/csat.ts';
import { audit } from '../access/audit.ts';
import type { RowPlace } from '../access/place-of-row.ts';
import type { Viewer } from '../access/viewer.ts';
import { lockCompany } from '../companies/lock-company.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { requireContact } from './create-response.ts';

type StoredSurvey = Omit<Survey, 'link'>;

/** A company's surveys, the newest first. */
export async function readSurveys(tx: Tx, company: string): Promise<StoredSurvey[]> {
  const { rows } = await sql<
    Omit<StoredSurvey, 'createdAt' | 'expiresAt' | 'answeredAt' | 'mailedAt'> &
      Record<'createdAt' | 'expiresAt', Date> &
      Record<'answeredAt' | 'mailedAt', Date | null>
  >`
    select s.key as id, case when p.key is not null then json_build_object('id', p.key, 'name', p.name) end as contact,
      s.about, s.created_at as "createdAt", s.expires_at as "expiresAt", s.answered_at as "answeredAt",
      (select max(asked_at) from survey_mails m where m.workspace_id = s.workspace_id and m.survey = s.key
        and m.state = 'sent') as "mailedAt"
    from csat_surveys s left join contacts p on p.workspace_id = s.workspace_id and p.key = s.contact
    where s.workspace_id = (select current_workspace()) and s.company = ${company}
    order by s.created_at desc, s.key limit 200`.execute(tx);
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    answeredAt: row.answeredAt?.toISOString() ?? null,
    mailedAt: row.mailedAt?.toISOString() ?? null,
  }));
}

/** Makes a survey for a contact of the company, or for somebody there. */
export async function createSurvey(
  tx: Tx,
  { workspace, user }: Viewer,
  company: string,
  { contact = null, about, days }: z.output<typeof NewSurvey>,
  now: Date,
): Promise<StoredSurvey> {
  await lockCompany(tx, company);
  await requireContact(tx, company, contact);
  const expires = new Date(now.getTime() + days * 86_400_000);
  const { rows } = await sql<{ key: string }>`
    insert into csat_surveys (workspace_id, company, contact, about, created_at, created_by, expires_at)
    values (${workspace}, ${company}, ${contact}, ${about ?? null}, ${now}, ${user.id}, ${expires}) returning key`.execute(
    tx,
  );
  const id = rows[0]!.key;
  const after = { contact, about: about ?? null };
  await audit(tx, { workspace, actor: user.id, action: 'create survey link', company, subject: id, after });
  return (await readSurveys(tx, company)).find((survey) => survey.id === id)!;
}

/** Withdraws a link. */
export async function deleteSurvey(
  tx: Tx,
  { workspace, user }: Viewer,
  { company, id }: RowPlace,
): Promise<void> {
  await lockCompany(tx, company);
  await sql`delete from csat_surveys where workspace_id = ${workspace} and key = ${id}`.execute(tx);
  await audit(tx, { workspace, actor: user.id, action: 'withdraw survey link', company, subject: id });
}
