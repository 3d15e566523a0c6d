/** Whether a company and a stack item have a tag in common, which makes the item applicable. */
export function sharesTag(itemTags: readonly string[], companyTags: ReadonlySet<string>): boolean {
  return itemTags.some((tag) => companyTags.has(tag));
}

/** A hand-made choice holds whatever the tags say; without one, a shared tag decides (docs/product.md §6). */
export function isApplicable(
  typed: boolean | null,
  itemTags: readonly string[],
  companyTags: ReadonlySet<string>,
): boolean {
  return typed ?? sharesTag(itemTags, companyTags);
}
