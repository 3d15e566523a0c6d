import type { User, UserChange } from '../../contract/users.ts';
import { audit } from '../access/audit.ts';
import { lockedGrants } from '../access/locked-grants.ts';
import { recordedChange } from '../access/recorded-change.ts';
import { requireGrantsUnchanged } from '../access/require-grants-unchanged.ts';
import { storeGrants } from '../access/store-grants.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { editUser, userFields, userOf } from './edit-user.ts';
import { presentUser } from './present-user.ts';
import { signInStates } from './queries.ts';
import { recordedUnder } from './recorded-under.ts';

/**
 * Changes a user. Refuses an If-Match that no longer holds (`precondition_failed`), an address that somebody else has, and
 * to take the role from the last active admin who can sign in (`conflict`).
 */
export async function updateUser(
  tx: Tx,
  { workspace, user: actor }: Viewer,
  id: string,
  change: UserChange,
  { ifMatch, now }: { readonly ifMatch: string | undefined; readonly now: Date },
): Promise<User> {
  const before = await lockedGrants(tx);
  const states = await signInStates(tx, now);
  const current = presentUser(before, userOf(before, id), states.get(id));
  await requireGrantsUnchanged(tx, before, ifMatch, current, recordedUnder(id));
  const after = editUser(before, userOf(before, id), change);
  const changed = recordedChange(userFields(before, id), userFields(after, id));
  if (!changed) return current;
  await storeGrants(tx, workspace, before, after).catch(refuseTakenAddress);
  await audit(tx, { workspace, actor: actor.id, action: 'update user', subject: id, ...changed });
  return presentUser(after, userOf(after, id), states.get(id));
}

/** An address signs in once, to whatever workspace (auth_user). */
function refuseTakenAddress(error: unknown): never {
  if ((error as { code?: string }).code === '23505')
    throw new Refusal('conflict', 'This e-mail address already signs in to another workspace.');
  throw error;
}
