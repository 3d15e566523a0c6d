import type { StackItem } from '../../contract/stack-items.ts';
import { moveItem } from '../../domain/stack-items/move-item.ts';
import { audit } from '../access/audit.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { lockedStack, requireItem } from './locked-stack.ts';
import { readStack } from './read-stack.ts';
import { writePlaces } from './write-places.ts';

/** Puts an item right after another (null: first) in whatever order the stack has by now, and resolves to the stack. */
export async function moveStackItem(
  tx: Tx,
  { workspace, user }: Pick<Viewer, 'workspace' | 'user'>,
  id: string,
  after: string | null,
): Promise<StackItem[]> {
  const stack = await lockedStack(tx);
  requireItem(stack, id);
  if (after !== null) requireItem(stack, after);
  const { placed, from, to } = moveItem(stack, id, after);
  if (placed.length === 0) return stack;
  await writePlaces(tx, placed);
  await audit(tx, {
    workspace,
    actor: user.id,
    action: 'move stack item',
    subject: id,
    before: { place: from },
    after: { place: to },
  });
  return readStack(tx);
}
