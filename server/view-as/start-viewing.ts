import { sql } from 'kysely';
import type { UserKey } from '../access/passwords.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';

/**
 * Lets an admin's session see through a user's eyes; the database records it (migration "view-as"). `tx` acts as the
 * owner of the tables. Refuses a user who does not exist (`not_found`), is deactivated, or is the admin (`unprocessable`).
 */
export async function startViewing(
  tx: Tx,
  { workspace, user: admin }: UserKey,
  session: string,
  user: string,
): Promise<void> {
  const { rows } = await sql<{ name: string; active: boolean }>`
    select name, deactivated is not true as active from users
    where workspace_id = ${workspace} and key = ${user} for key share`.execute(tx);
  const [target] = rows;
  if (!target) throw notFound('user', user);
  if (user === admin) throw new Refusal('unprocessable', 'You see the product with your own eyes already.');
  if (!target.active)
    throw new Refusal('unprocessable', `${target.name} is deactivated, and sees nothing of the product.`);
  // where a session ran out while it viewed as somebody, that has ended as well
  await sql`delete from views_as v using auth_session s
    where v.admin = ${admin} and v.workspace_id = ${workspace} and s.id = v.session and s."expiresAt" <= now()`.execute(
    tx,
  );
  await sql`insert into views_as (workspace_id, session, admin, "user")
    values (${workspace}, ${session}, ${admin}, ${user})`.execute(tx);
}
