/** Longer ones are cut. */
const LONGEST = 60;

/**
 * A name as the readable part of a key: ASCII letters and digits, lower case, with single dashes between, at most 60
 * characters ("Müller & Söhne" → "muller-sohne"). Null where nothing of the name can be written so ("株式会社").
 */
export function slug(name: string): string | null {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return words?.join('-').slice(0, LONGEST).replace(/-$/, '') ?? null;
}
