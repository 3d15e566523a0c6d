import type { StackItem } from '../../contract/stack-items.ts';
import { numbered } from '../../domain/stack-items/move-item.ts';
import { notInStack, STARTER_STACK } from '../../domain/stack-items/starter-stack.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { createItem } from './create-item.ts';
import { lockedStack } from './locked-stack.ts';
import { writePlaces } from './write-places.ts';

/** Adds these starter items behind the stack, but for those that it has by name; resolves to what was added. */
export async function addStarterItems(tx: Tx, viewer: Viewer, ids: readonly string[]): Promise<StackItem[]> {
  const stack = await lockedStack(tx);
  const chosen = STARTER_STACK.filter(({ id }) => ids.includes(id));
  const missing = notInStack(chosen, stack);
  if (missing.length === 0) return [];
  await writePlaces(tx, numbered(stack));
  const added: StackItem[] = [];
  for (const [index, { id: _, tags, products, ...item }] of missing.entries()) {
    const order = String(stack.length + index + 1);
    added.push(await createItem(tx, viewer, { ...item, order, tags: [...tags], products: [...products] }));
  }
  return added;
}
