import { type Kysely, sql } from 'kysely';
import { hashToken } from '../access/identity.ts';
import type { UserKey } from '../access/passwords.ts';
import type { Tables } from '../platform/database/tables.ts';
import { Refusal } from '../platform/http/refusal.ts';
import type { Message } from '../platform/mail.ts';

/** What is written to a user with the link that they were given. */
export interface Letter {
  readonly name: string;
  readonly email: string;
  readonly workspaceName: string;
  readonly expiresAt: Date;
  /** They have a password, and are to choose another. */
  readonly reset: boolean;
  /** Who asked for it. */
  readonly sender: string;
}

/** The letter for a link that was made for this user and still works; refuses any other (`not_found`). */
export async function letterFor(
  tx: Kysely<Tables>,
  { workspace, user }: UserKey,
  token: string,
  sender: string,
  now: Date,
): Promise<Letter> {
  const { rows } = await sql<Letter>`
    select u.name, u.email, w.name as "workspaceName", i.expires_at as "expiresAt", ${sender}::text as sender,
      u.key in (select users_who_can_sign_in()) as reset
    from invitations i
    join users u on u.workspace_id = i.workspace_id and u.key = i."user" and u.deactivated is not true
    join workspaces w on w.id = i.workspace_id
    where i.workspace_id = ${workspace} and i."user" = ${user} and i.token_hash = ${hashToken(token)}
      and i.expires_at > ${now}`.execute(tx);
  const [letter] = rows;
  if (!letter)
    throw new Refusal('not_found', 'This link works no longer, or was never made. Make a new one.');
  return letter;
}

/** The letter as it goes out: plain text, so that every mail program shows it and the link whole. */
export function messageOf(
  { name, email, workspaceName, expiresAt, reset, sender }: Letter,
  link: string,
): Message {
  const until = `${expiresAt.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return {
    to: { name, address: email },
    subject: reset
      ? `Choose another password for Quarterdeck at ${workspaceName}`
      : `${sender} invites you to Quarterdeck at ${workspaceName}`,
    text: [
      `Hello ${name},`,
      reset
        ? `${sender} made a link with which you choose another password for Quarterdeck at ${workspaceName}. Doing so signs you out everywhere.`
        : `${sender} invites you to Quarterdeck at ${workspaceName}. Choose a password to sign in:`,
      link,
      `The link works once, until ${until}. Whoever opens it can choose the password: do not pass it on.`,
      'If you did not expect this, do nothing.',
    ].join('\n\n'),
  };
}
