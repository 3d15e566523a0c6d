import { sql } from 'kysely';
import type { CsatRating } from '../../domain/csat/satisfaction.ts';
import { audit } from '../access/audit.ts';
import type { Database } from '../platform/database/database.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { insertResponse } from './create-response.ts';

/** A survey as the page shows it to whoever has its link. */
export interface OpenSurvey {
  readonly id: string;
  readonly workspace: string;
  readonly company: string;
  /** The MSP that asks. */
  readonly asks: string;
  readonly about: string | null;
  readonly expiresAt: Date;
  /** What was answered; null: nothing yet, or the answer was deleted. */
  readonly rating: CsatRating | null;
  readonly comment: string | null;
  readonly answeredAt: Date | null;
}

/** The survey of a link that is the server's own; null once it was withdrawn. Nobody is signed in here. */
export async function openSurvey({ pool }: Database, id: string): Promise<OpenSurvey | null> {
  const { rows } = await pool.query<OpenSurvey>(
    `select s.key as id, s.workspace_id as workspace, s.company, w.name as asks, s.about, s.expires_at as "expiresAt",
       r.rating, r.comment, s.answered_at as "answeredAt"
     from csat_surveys s join workspaces w on w.id = s.workspace_id
     left join csat r on r.workspace_id = s.workspace_id and r.key = s.response
     where s.key = $1`,
    [id],
  );
  return rows[0] ?? null;
}

/**
 * Keeps the one answer of a survey, or, once there is one, what is said about it: a rating after the first is not taken. Of
 * two at once the second finds the first. What has expired takes neither.
 */
export function answerSurvey(
  database: Database,
  survey: OpenSurvey,
  { rating, comment }: { readonly rating: CsatRating | null; readonly comment: string | null },
  now: Date,
): Promise<void> {
  const { workspace, company, id } = survey;
  return inWorkspace(database, { workspace, companies: [company] }, async (tx) => {
    const { rows } = await sql<{ contact: string | null; response: string | null; answered: boolean }>`
      select contact, response, answered_at is not null as answered from csat_surveys
      where workspace_id = ${workspace} and key = ${id} and expires_at > ${now} for update`.execute(tx);
    const stored = rows[0];
    if (!stored) return;
    const byClient = { workspace, actor: null, company, subject: id };
    if (stored.answered) {
      const { rows: changed } = await sql`update csat set comment = ${comment}
        where workspace_id = ${workspace} and key = ${stored.response} and comment is distinct from ${comment}
        returning key`.execute(tx);
      if (changed.length > 0)
        await audit(tx, { ...byClient, action: 'comment on survey', after: { comment } });
    } else if (rating !== null) {
      const { about } = survey;
      const { contact } = stored;
      const key = await insertResponse(tx, {
        ...{ workspace, company, rating, comment, contact, about },
        answeredAt: now,
        source: 'survey',
      });
      await sql`update csat_surveys set answered_at = ${now}, response = ${key}
        where workspace_id = ${workspace} and key = ${id}`.execute(tx);
      await audit(tx, { ...byClient, action: 'answer survey', after: { rating, comment } });
    }
  });
}
