import { sql } from 'kysely';
import { surveyMail } from '../../domain/csat/survey-mail.ts';
import { audit } from '../access/audit.ts';
import type { RowPlace } from '../access/place-of-row.ts';
import type { Viewer } from '../access/viewer.ts';
import { lockCompany } from '../companies/lock-company.ts';
import type { Database } from '../platform/database/database.ts';
import { inWorkspace, type Tx } from '../platform/database/transaction.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import { type Mail, MailFailure } from '../platform/mail.ts';
import { readMailText } from './survey-mail-text.ts';

/** Who is asked by a survey that can still be answered. */
interface Asked {
  readonly name: string;
  readonly email: string;
  readonly about: string | null;
}

/** A mail that is written down, and will be sent once by whoever takes it. */
export interface PlannedMail {
  readonly id: string;
  readonly sentTo: string;
}

/**
 * Writes down that a survey link is to be sent to its contact. Refuses one that is answered or has expired (`conflict`), and
 * where nobody is named or has no e-mail address.
 */
export async function planMail(
  tx: Tx,
  { workspace }: Viewer,
  { company, id }: RowPlace,
  now: Date,
): Promise<PlannedMail> {
  await lockCompany(tx, company);
  const { email } = await askedBy(tx, id, now);
  const { rows } = await sql<{ key: string }>`
    insert into survey_mails (workspace_id, survey, company, sent_to, state, asked_at)
    values (${workspace}, ${id}, ${company}, ${email}, 'waiting', ${now}) returning key`.execute(tx);
  return { id: rows[0]!.key, sentTo: email };
}

async function askedBy(tx: Tx, survey: string, now: Date): Promise<Asked> {
  const { rows } = await sql<
    Omit<Asked, 'name' | 'email'> & {
      name: string | null;
      email: string | null;
      answered: boolean;
      expired: boolean;
    }
  >`
    select p.name, p.email, s.about, s.answered_at is not null as answered, s.expires_at <= ${now} as expired
    from csat_surveys s left join contacts p on p.workspace_id = s.workspace_id and p.key = s.contact
    where s.workspace_id = (select current_workspace()) and s.key = ${survey}`.execute(tx);
  const [row] = rows;
  if (!row) throw notFound('survey link', survey);
  const { name, email, about, answered, expired } = row;
  if (answered || expired)
    throw new Refusal('conflict', `This survey link ${answered ? 'has been answered' : 'has expired'}.`);
  if (name === null)
    throw new Refusal(
      'unprocessable',
      'This survey link is for nobody in particular. Make one for a contact.',
    );
  if (!email) throw new Refusal('unprocessable', `${name} has no e-mail address.`);
  return { name, email, about };
}

interface Sending {
  readonly database: Database;
  readonly mail: Mail;
  readonly link: string;
  readonly now: () => Date;
}

/**
 * Sends a mail that is written down, unless it was sent already; so that of several requests for one mail, one sends it. What the mail
 * server did not take can be tried again; what was cut off while it was sent is not sent again, as it may have gone.
 */
export async function sendPlanned(
  { database, mail, link, now }: Sending,
  { workspace, user }: Viewer,
  { company, id: survey }: RowPlace,
  { id, sentTo }: PlannedMail,
): Promise<void> {
  const scope = { workspace, companies: [company] };
  const message = await inWorkspace(database, scope, async (tx) => {
    const taken = await sql`update survey_mails set state = 'sending'
      where workspace_id = ${workspace} and key = ${id} and state in ('waiting', 'failed') returning key`.execute(
      tx,
    );
    if (taken.rows.length === 0) return null;
    const { name, about } = await askedBy(tx, survey, now());
    const { rows } = await sql<{ asks: string }>`select name as asks from workspaces
      where id = (select current_workspace())`.execute(tx);
    const mailed = surveyMail(await readMailText(tx), { link, about, contact: name, asks: rows[0]!.asks });
    return { to: { name, address: sentTo }, ...mailed };
  });
  const set = (state: 'sent' | 'failed', work: (tx: Tx) => Promise<void>) =>
    inWorkspace(database, scope, async (tx) => {
      await sql`update survey_mails set state = ${state} where workspace_id = ${workspace} and key = ${id}`.execute(
        tx,
      );
      await work(tx);
    });
  if (message === null) return requireSent(database, scope, id);
  try {
    // between two transactions: a mail server may take its time
    await mail.send(message);
  } catch (error) {
    await set('failed', async () => undefined);
    if (!(error instanceof MailFailure)) throw error;
    throw new Refusal(
      'unavailable',
      `The mail server did not take it (${error.reason}). Copy the link and send it yourself.`,
    );
  }
  await set('sent', (tx) =>
    audit(tx, { workspace, actor: user.id, action: 'mail survey link', company, subject: survey }),
  );
}

async function requireSent(
  database: Database,
  scope: { readonly workspace: string; readonly companies: readonly string[] },
  id: string,
): Promise<void> {
  const { rows } = await inWorkspace(database, scope, (tx) =>
    sql<{ state: string }>`select state from survey_mails
      where workspace_id = (select current_workspace()) and key = ${id}`.execute(tx),
  );
  if (rows[0]?.state !== 'sent') throw new Refusal('conflict', 'This mail is being sent, or was cut off.');
}
