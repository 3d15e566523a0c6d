import type { Segment } from '../../domain/dashboard/query.ts';
import type { RawSearch } from '../ui/search-text.ts';
import type { Filter, Filters, KnownValues } from './filters.ts';

/** A part of an address that means nothing here. */
export interface Dropped {
  readonly name: string;
  readonly value: string;
}

/** Takes the values of a view out of an address; what means nothing is noted in `dropped`. */
export interface AddressReader {
  readonly dropped: readonly Dropped[];
  filters(): Filters;
  /** The one value of a parameter if it is allowed; else null. */
  one<T extends string>(name: string, allowed: readonly T[]): T | null;
  /** Drops every parameter that the page does not have. */
  dropOthers(parameters: ReadonlySet<string>): void;
}

/** Without `known` (the choices are still being loaded) every filter value is taken as it is. */
export function addressReader(search: RawSearch, known: KnownValues | null): AddressReader {
  const dropped: Dropped[] = [];
  const drop = (name: string, values: readonly string[]) =>
    dropped.push(...values.map((value) => ({ name, value })));

  const list = (name: Filter) => {
    const values = [...new Set(search[name])];
    if (!known) return values;
    drop(
      name,
      values.filter((value) => !known[name].has(value)),
    );
    return values.filter((value) => known[name].has(value));
  };
  return {
    dropped,
    filters: () => ({
      company: list('company'),
      health: list('health'),
      accountManager: list('accountManager'),
      accountGroup: list('accountGroup'),
      segment: list('segment') as Segment[],
      tag: list('tag'),
      stackItem: list('stackItem'),
    }),
    one: (name, allowed) => {
      const [value, ...more] = search[name] ?? [];
      drop(name, more);
      const found = allowed.find((candidate) => candidate === value);
      if (value !== undefined && found === undefined) drop(name, [value]);
      return found ?? null;
    },
    dropOthers: (parameters) => {
      for (const [name, values] of Object.entries(search)) if (!parameters.has(name)) drop(name, values);
    },
  };
}
