/** How well a name fits a search, best first; within each the list's own order decides. */
export const FITS = ['begins', 'word begins', 'contains', 'almost contains'] as const;

/** Upper and lower case, accents and compatibility forms are the same to a search. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** How a folded name fits a folded, non-empty search, as an index into FITS; -1 if it does not contain it. */
export function fitOf(name: string, search: string): number {
  const at = name.indexOf(search);
  if (at <= 0) return at;
  for (let next = at; next >= 0; next = name.indexOf(search, next + 1)) {
    if (!/[\p{L}\p{N}]/u.test(name[next - 1]!)) return 1;
  }
  return 2;
}

/** Longer searches are taken as they are: nobody mistypes a name of this length and expects it to be found. */
const longest = 64;

/** How many letters of a search may be wrong: none of one or two, one from three, two from eight on. */
export function tolerance(search: string): number {
  if (search.length < 3 || search.length > longest) return 0;
  return search.length < 8 ? 1 : 2;
}

/**
 * Whether some part of a folded name differs from the search by at most `most` letters that are wrong, missing, added or
 * swapped with their neighbour (optimal string alignment, over all parts at once).
 */
export function almostContains(name: string, search: string, most: number): boolean {
  const width = search.length + 1;
  let [before, last, row] = [new Uint8Array(width), new Uint8Array(width), new Uint8Array(width)];
  for (let j = 0; j < width; j++) last[j] = j;
  for (let i = 1; i <= name.length; i++) {
    const letter = name.charCodeAt(i - 1);
    row[0] = 0;
    for (let j = 1; j < width; j++) {
      const wanted = search.charCodeAt(j - 1);
      let cost = Math.min(last[j - 1]! + (letter === wanted ? 0 : 1), last[j]! + 1, row[j - 1]! + 1);
      const swapped =
        i > 1 && j > 1 && letter === search.charCodeAt(j - 2) && name.charCodeAt(i - 2) === wanted;
      if (swapped) cost = Math.min(cost, before[j - 2]! + 1);
      row[j] = cost;
    }
    if (row[width - 1]! <= most) return true;
    [before, last, row] = [last, row, before];
  }
  return false;
}

/** Which of a–z and 0–9 (pairs of digits share a bit) stand in a folded text, a bit each. */
export function lettersOf(folded: string): number {
  let letters = 0;
  for (let i = 0; i < folded.length; i++) {
    const code = folded.charCodeAt(i);
    if (code >= 97 && code <= 122) letters |= 1 << (code - 97);
    else if (code >= 48 && code <= 57) letters |= 1 << (26 + ((code - 48) >> 1));
  }
  return letters;
}

/** How many letters of the search a name lacks: at least so many are wrong, which is quicker to see than which. */
export function wrongLetters(search: number, name: number): number {
  let count = 0;
  for (let missing = search & ~name; missing !== 0; missing &= missing - 1) count += 1;
  return count;
}
