import type { StackItem } from '../../contract/stack-items.ts';

/** Whether what was typed stands somewhere in the item or its products; every word must. */
export function isFound(item: StackItem, typed: string): boolean {
  const text = [
    item.name,
    item.definition,
    item.category,
    item.anyOneOf,
    ...item.tags,
    ...item.products.flatMap(({ name, productCodes }) => [name, ...productCodes]),
  ]
    .join('\n')
    .toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/**
 * After which of all items one comes that was put after `after` among those that are shown (null: before the first shown).
 * All and shown in their order.
 */
export function afterAmongAll(
  all: readonly string[],
  shown: readonly string[],
  id: string,
  after: string | null,
): string | null {
  if (after !== null) return after;
  const first = shown.find((other) => other !== id);
  const others = all.filter((other) => other !== id);
  return first === undefined ? null : (others[others.indexOf(first) - 1] ?? null);
}
