/**
 * Whether two values say the same: plain data, lists, sets and maps. Names that only one of two objects has count as
 * different; the entries of a set or map may stand in any order.
 */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((it, i) => isSame(it, b[i]));
  if (a instanceof Set) return b instanceof Set && a.size === b.size && [...a].every((it) => b.has(it));
  if (a instanceof Map)
    return (
      b instanceof Map &&
      a.size === b.size &&
      [...a].every(([key, it]) => b.has(key) && isSame(it, b.get(key)))
    );
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every(
      (name) => Object.hasOwn(b, name) && isSame(a[name as keyof typeof a], b[name as keyof typeof b]),
    )
  );
}

/** A value whose parts are those of `known` wherever they say the same, so that what rests on them can be kept. */
export function withKnownParts<T extends object>(value: T, known: readonly T[]): T {
  const parts = Object.entries(value).map(([name, part]) => {
    const same = known.map((it) => it[name as keyof T]).find((it) => isSame(it, part));
    return [name, same === undefined ? part : same];
  });
  return Object.fromEntries(parts) as T;
}
