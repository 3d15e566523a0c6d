const BROWSERS = [
  ['Edge', /Edg/],
  ['Firefox', /Firefox/],
  ['Chrome', /Chrom(e|ium)/],
  ['Safari', /Safari/],
] as const;

const SYSTEMS = [
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Android', /Android/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux/],
] as const;

/** A browser's identification in a person's words: "Chrome on Windows". */
export function browserName(userAgent: string | null): string {
  const find = (names: readonly (readonly [string, RegExp])[]) =>
    names.find(([, pattern]) => pattern.test(userAgent ?? ''))?.[0];
  const browser = find(BROWSERS);
  const system = find(SYSTEMS);
  if (!browser) return 'Another program';
  return system ? `${browser} on ${system}` : browser;
}
