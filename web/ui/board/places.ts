/** Where a column stands on the screen, in pixels from the left. */
export interface ColumnBox {
  readonly id: string;
  readonly left: number;
  readonly right: number;
}

/** The column at this place, a gap counting to the nearest; null: there is none. `columns` from left to right. */
export function columnAt(columns: readonly ColumnBox[], x: number): string | null {
  const distance = ({ left, right }: ColumnBox) => Math.max(left - x, x - right, 0);
  return (
    columns.reduce<ColumnBox | null>(
      (nearest, column) => (nearest && distance(nearest) <= distance(column) ? nearest : column),
      null,
    )?.id ?? null
  );
}

/** What a key means for a card of a column: into which it goes; null: nothing. `accepting`: where cards may be put, in order. */
export function keyColumn(
  order: readonly string[],
  accepting: ReadonlySet<string>,
  from: string,
  key: string,
): string | null {
  const at = order.indexOf(from);
  const before = order.slice(0, at).filter((id) => accepting.has(id));
  const after = order.slice(at + 1).filter((id) => accepting.has(id));
  switch (key) {
    case 'ArrowLeft':
      return before.at(-1) ?? null;
    case 'ArrowRight':
      return after[0] ?? null;
    case 'Home':
      return before[0] ?? null;
    case 'End':
      return after.at(-1) ?? null;
    default:
      return null;
  }
}
