/**
 * The tags of a company or stack item once some are called otherwise or are gone: two that become one stand once. By a
 * present tag: its new name; null: it goes away. The same list where none of them is touched.
 */
export function retagged(
  tags: readonly string[],
  names: ReadonlyMap<string, string | null>,
): readonly string[] {
  if (!tags.some((tag) => names.has(tag))) return tags;
  const kept = tags.flatMap((tag) => {
    const name = names.get(tag);
    return name === undefined ? [tag] : name === null ? [] : [name];
  });
  return [...new Set(kept)];
}
