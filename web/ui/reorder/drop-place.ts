/** Where a row stands on the screen, in pixels from the top. */
export interface RowBox {
  readonly id: string;
  readonly top: number;
  readonly bottom: number;
}

/**
 * After which row something dropped at this height comes: the last one whose middle lies above it; null: before the first.
 * `rows` in their order.
 */
export function dropPlace(rows: readonly RowBox[], y: number): string | null {
  const above = rows.filter(({ top, bottom }) => (top + bottom) / 2 < y);
  return above.at(-1)?.id ?? null;
}

/**
 * The order after a move. After itself or after the row that it follows already, nothing changes: then null.
 */
export function movedAfter(
  ids: readonly string[],
  id: string,
  after: string | null,
): readonly string[] | null {
  const from = ids.indexOf(id);
  const before = from === 0 ? null : ids[from - 1]!;
  if (from < 0 || after === id || after === before) return null;
  const others = ids.filter((other) => other !== id);
  return others.toSpliced(others.indexOf(after ?? '') + 1, 0, id);
}

/** What a key means for a row that has the focus: after which it goes; undefined: nothing. */
export function keyMove(ids: readonly string[], id: string, key: string): string | null | undefined {
  const at = ids.indexOf(id);
  switch (key) {
    case 'ArrowUp':
      return at <= 0 ? undefined : (ids[at - 2] ?? null);
    case 'ArrowDown':
      return ids[at + 1];
    case 'Home':
      return at <= 0 ? undefined : null;
    case 'End':
      return at === ids.length - 1 ? undefined : ids.at(-1);
    default:
      return undefined;
  }
}
