/** A page's query as the router holds it: every value by name, in the order of the address. */
export type RawSearch = Record<string, readonly string[]>;

/** Reads a query string (with or without "?"); repeated names become longer lists. */
export function parseSearch(text: string): RawSearch {
  const search: Record<string, string[]> = {};
  for (const [name, value] of new URLSearchParams(text)) {
    search[name] = [...(search[name] ?? []), value];
  }
  return search;
}

/** Writes a query without "?"; empty lists and undefined values are left out. */
export function searchText(search: Readonly<Record<string, unknown>>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null) params.append(name, String(one));
    }
  }
  return params.toString();
}
