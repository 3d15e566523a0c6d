/**
 * A saved view's query string once tags are called otherwise or are gone: its filter by tag follows. By a present tag: its
 * new name; null: it goes away, and with the last one the filter. The same text where none of them is named.
 */
export function retaggedSearch(search: string, names: ReadonlyMap<string, string | null>): string {
  const before = [...new URLSearchParams(search)];
  if (!before.some(([name, value]) => name === 'tag' && names.has(value))) return search;
  const after = new URLSearchParams();
  for (const [name, value] of before) {
    const tag = name === 'tag' && names.has(value) ? names.get(value)! : value;
    if (tag === null || (name === 'tag' && after.getAll('tag').includes(tag))) continue;
    after.append(name, tag);
  }
  return after.toString();
}
