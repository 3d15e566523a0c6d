/** Values of a form as the API has them, by field. */
export type Values = Readonly<Record<string, unknown>>;

export interface Merged<V extends Values> {
  readonly values: V;
  /** Fields that the other editor changed and this one did not: theirs are taken over. */
  readonly takenOver: readonly (keyof V & string)[];
  /** Fields that both changed, to something different: mine stand until decided otherwise. */
  readonly clashes: readonly (keyof V & string)[];
}

/** Brings two people's edits of the same state together, field by field; nobody's work is dropped. */
export function mergeEdits<V extends Values>(base: V, mine: V, theirs: V): Merged<V> {
  const names = Object.keys(base) as (keyof V & string)[];
  const changedBy = (values: V) => new Set(names.filter((name) => !same(values[name], base[name])));
  const [byMe, byThem] = [changedBy(mine), changedBy(theirs)];
  const values = Object.fromEntries(names.map((name) => [name, (byMe.has(name) ? mine : theirs)[name]]));
  return {
    values: values as V,
    takenOver: names.filter((name) => byThem.has(name) && !byMe.has(name)),
    clashes: names.filter((name) => byThem.has(name) && byMe.has(name) && !same(mine[name], theirs[name])),
  };
}

/** The fields that differ, with their new values. */
export function changedValues<V extends Values>(base: V, mine: V): Partial<V> {
  const changed = Object.entries(mine).filter(([name, value]) => !same(value, base[name]));
  return Object.fromEntries(changed) as Partial<V>;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
