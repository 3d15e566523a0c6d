import type { User } from '../../contract/users.ts';
import { withUser } from '../../domain/access/edit-grants.ts';
import { audit } from '../access/audit.ts';
import { lockedGrants } from '../access/locked-grants.ts';
import { requireGrantsUnchanged } from '../access/require-grants-unchanged.ts';
import { storeGrants } from '../access/store-grants.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { userOf } from './edit-user.ts';
import { presentUser } from './present-user.ts';
import { signInStates } from './queries.ts';
import { recordedUnder } from './recorded-under.ts';

/**
 * Lets a user in no longer, or again; their sessions, API keys and invitation end with it (migration "deactivated-users").
 * What is so already stays so. Refuses an If-Match that no longer holds (`precondition_failed`), and to deactivate the last
 * active admin who can sign in (`conflict`).
 */
export async function setActive(
  tx: Tx,
  { workspace, user: actor }: Viewer,
  id: string,
  active: boolean,
  { ifMatch, now }: { readonly ifMatch: string | undefined; readonly now: Date },
): Promise<User> {
  const before = await lockedGrants(tx);
  const user = userOf(before, id);
  const current = presentUser(before, user, (await signInStates(tx, now)).get(id));
  await requireGrantsUnchanged(tx, before, ifMatch, current, recordedUnder(id));
  if (user.active === active) return current;
  const after = withUser(before, { ...user, active });
  await storeGrants(tx, workspace, before, after);
  const action = active ? 'reactivate user' : 'deactivate user';
  await audit(tx, { workspace, actor: actor.id, action, subject: id });
  return presentUser(after, userOf(after, id), (await signInStates(tx, now)).get(id));
}
