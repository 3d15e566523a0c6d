import type { Decimal } from '../portfolio/values.ts';

/** A stack item in its place. */
export interface PlacedItem {
  readonly id: string;
  /** Null: never placed; such items stand last, by name. */
  readonly order: Decimal | null;
}

export interface Place {
  readonly id: string;
  readonly order: Decimal;
}

/** A move of one item within the stack: the places that change, and where it stood and stands, from 1 up. */
export interface Move {
  readonly placed: readonly Place[];
  readonly from: number;
  readonly to: number;
}

/**
 * "Put this item right after that one" (`after` null: first). It is said by the neighbour and not by a whole new order, so
 * that two people who move different items at once both get what they asked for. Afterwards the items are numbered 1, 2, 3 …
 * in their order. `items` are all, as they stand; both ids are among them. After itself, an item stays where it is.
 */
export function moveItem(items: readonly PlacedItem[], id: string, after: string | null): Move {
  const from = items.findIndex((item) => item.id === id);
  const others = items.filter((item) => item.id !== id);
  const to = after === id ? from : others.findIndex((item) => item.id === after) + 1;
  return { placed: numbered(others.toSpliced(to, 0, items[from]!)), from: from + 1, to: to + 1 };
}

/** The places that change when items are numbered 1, 2, 3 … as they stand. */
export function numbered(items: readonly PlacedItem[]): Place[] {
  return items.flatMap(({ id, order }, index) => {
    const place = String(index + 1);
    return order === place ? [] : [{ id, order: place }];
  });
}
