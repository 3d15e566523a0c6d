import { sql } from 'kysely';
import { DEFAULT_SURVEY_MAIL, type SurveyMailText } from '../../domain/csat/survey-mail.ts';
import { audit } from '../access/audit.ts';
import { requireUnchangedBy } from '../access/require-unchanged.ts';
import type { Viewer } from '../access/viewer.ts';
import { changedFields } from '../platform/database/changed-fields.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { etagOf } from '../platform/http/etag.ts';

/** How the workspace words its survey mails. */
export interface StoredMailText extends SurveyMailText {
  readonly isDefault: boolean;
  readonly etag: string;
}

export async function readMailText(tx: Tx): Promise<StoredMailText> {
  const { rows } = await sql<SurveyMailText>`select subject, text from survey_mail_texts
    where workspace_id = (select current_workspace())`.execute(tx);
  const { subject, text } = rows[0] ?? DEFAULT_SURVEY_MAIL;
  return { subject, text, isDefault: rows.length === 0, etag: etagOf([subject, text]) };
}

/** Words survey mails otherwise; null: as the product words them. Refuses an If-Match that no longer holds. */
export async function updateMailText(
  tx: Tx,
  viewer: Viewer,
  wording: SurveyMailText | null,
  ifMatch: string | undefined,
): Promise<StoredMailText> {
  const { workspace, user } = viewer;
  await sql`select from workspaces where id = (select current_workspace()) for no key update`.execute(tx);
  const stored = await readMailText(tx);
  const ofText = { company: null, actions: ['update survey mail'] };
  await requireUnchangedBy(tx, viewer, ifMatch, stored, ofText);
  if (wording === null)
    await sql`delete from survey_mail_texts where workspace_id = ${workspace}`.execute(tx);
  else
    await sql`insert into survey_mail_texts (workspace_id, subject, text)
      values (${workspace}, ${wording.subject}, ${wording.text})
      on conflict (workspace_id) do update set subject = excluded.subject, text = excluded.text`.execute(tx);
  const { subject, text } = wording ?? DEFAULT_SURVEY_MAIL;
  const changed = changedFields({ ...stored }, { subject, text });
  if (changed) await audit(tx, { workspace, actor: user.id, action: 'update survey mail', ...changed });
  return readMailText(tx);
}
