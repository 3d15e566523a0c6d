/**
 * Where to go after signing in: a page of this site that was asked for before, else the home page.
 * Anything that a browser could take for another site ("//evil", "/\evil", "https:…") is the home page.
 */
export function nextPage(asked: string | undefined): string {
  return asked && /^\/(?![/\\])/.test(asked) && !/[\t\n\r]/.test(asked) ? asked : '/';
}
