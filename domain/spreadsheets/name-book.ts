import { foldedName } from '../text/folded.ts';
import type { CellRule } from './sheet-kinds.ts';

/** A thing that a cell can name. */
export interface Entry {
  readonly id: string;
  readonly name: string;
  /** What else it goes by, such as an e-mail address. */
  readonly also?: string;
}

export interface Entries {
  readonly companies: readonly Entry[];
  readonly users: readonly Entry[];
  readonly stackItems: readonly (Entry & { readonly products: readonly Entry[] })[];
  readonly healthMetrics: readonly Entry[];
  readonly effortMetrics: readonly Entry[];
}

/** The key of what a cell names, as text of the bundle; other cells as they are. `row` is what was read of the row before it. */
export type NameBook = (
  rule: CellRule,
  text: string,
  row: Readonly<Record<string, string>>,
) => { readonly text: string } | { readonly problem: string };

/** Finds things by their key first, else by a name that only one of them has, in any case of letters. */
export function nameBook(entries: Entries): NameBook {
  const books: Partial<Record<CellRule, Book>> = {
    company: book('a company', entries.companies),
    user: book('a user', entries.users),
    stackItem: book('a stack item', entries.stackItems),
    healthMetric: book('a health metric', entries.healthMetrics),
    effortMetric: book('an effort metric', entries.effortMetrics),
  };
  const products = new Map(
    entries.stackItems.map((item) => [item.id, book(`a product of ${item.name}`, item.products)]),
  );
  return (rule, text, row) => {
    if (text === '') return { text };
    if (rule === 'product') {
      if (text.toLowerCase() === 'none') return { text: 'none' };
      const ofItem = products.get(row.stackItem ?? '');
      return ofItem
        ? ofItem(text)
        : { problem: `is ${JSON.stringify(text)}, a product of an unknown stack item` };
    }
    return books[rule]?.(text) ?? { text };
  };
}

type Book = (text: string) => { readonly text: string } | { readonly problem: string };

function book(what: string, entries: readonly Entry[]): Book {
  const ids = new Set(entries.map(({ id }) => id));
  const named = new Map<string, Set<string>>();
  for (const { id, name, also } of entries)
    for (const word of [name, ...(also === undefined ? [] : [also])])
      named.set(foldedName(word), (named.get(foldedName(word)) ?? new Set()).add(id));
  return (text) => {
    if (ids.has(text)) return { text };
    const found = [...(named.get(foldedName(text)) ?? [])];
    if (found.length === 1) return { text: found[0]! };
    return {
      problem:
        found.length === 0
          ? `is ${JSON.stringify(text)}, which is unknown; expected the name or key of ${what}`
          : `is ${JSON.stringify(text)}, which ${found.length} have; expected the key of ${what}: ${found.join(', ')}`,
    };
  };
}
