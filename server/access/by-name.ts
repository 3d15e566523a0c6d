import type { Named } from '../../contract/values.ts';
import { compareText } from '../../domain/text/compare.ts';

/** Puts things in the order of their names, then ids. */
export function byName(a: Named, b: Named): number {
  return compareText(a.name, b.name) || compareText(a.id, b.id);
}

/** Those of some things that have these ids, in the order of their names. */
export function namedAmong(things: readonly Named[], ids: readonly string[]): Named[] {
  const wanted = new Set(ids);
  return things
    .filter(({ id }) => wanted.has(id))
    .map(({ id, name }) => ({ id, name }))
    .sort(byName);
}
