/** More than this share of a kind, and as many rows at least. */
const SHARE = 0.25;
const ROWS = 20;

/**
 * Whether so many records are missing that a filter, a permission or a fault of the vendor is more likely than that they
 * are gone, so that an admin has to say so: more than a quarter of the kind, 20 records at least.
 */
export function isMassDeletion({ records, of }: { readonly records: number; readonly of: number }): boolean {
  return records >= ROWS && records > of * SHARE;
}
