import type { Named } from '../../contract/values.ts';
import type { Grants } from '../../domain/access/grants.ts';

/** Who is meant by a stored user id; whoever an import named, or who is a user no longer, by that text itself. */
export function namedUser({ users }: Pick<Grants, 'users'>, id: string): Named {
  return { id, name: users.find((user) => user.id === id)?.name ?? id };
}
