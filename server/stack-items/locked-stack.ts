import { sql } from 'kysely';
import type { StackItem } from '../../contract/stack-items.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { notFound } from '../platform/http/refusal.ts';
import { readStack } from './read-stack.ts';

/** The whole stack; nobody else changes any of its items, or adds one with this lock, before the transaction ends. */
export async function lockedStack(tx: Tx): Promise<StackItem[]> {
  await sql`select from workspaces where id = (select current_workspace()) for no key update`.execute(tx);
  await sql`select from stack_items where workspace_id = (select current_workspace())
    order by key for no key update`.execute(tx);
  return readStack(tx);
}

/** The item with this id. Refuses one that there is not. */
export function requireItem(stack: readonly StackItem[], id: string): StackItem {
  const item = stack.find((candidate) => candidate.id === id);
  if (!item) throw notFound('stack item', id);
  return item;
}
