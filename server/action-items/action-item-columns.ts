import type { ActionItemChange } from '../../contract/action-items.ts';
import type { Grants } from '../../domain/access/grants.ts';
import { Refusal } from '../platform/http/refusal.ts';

/** The fields of an action item that a person sets. */
export const actionItemColumns = {
  title: 'title',
  owner: 'owner',
  ownerName: 'owner_name',
  dueDate: 'due_date',
  done: 'done',
} as const satisfies Record<keyof ActionItemChange, string>;

/** Refuses an owner whom the workspace does not know. */
export function requireOwner({ users }: Grants, owner: string | null | undefined): void {
  if (owner == null || users.some(({ id }) => id === owner)) return;
  throw new Refusal('unprocessable', `Field "owner" names the user "${owner}", who is unknown.`);
}
