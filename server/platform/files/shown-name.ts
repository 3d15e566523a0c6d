/** Longest name that is kept. Characters. */
const LONGEST = 200;

/**
 * The name of an uploaded file as it may be shown: without folders, control characters and marks that turn the reading
 * direction (which make "exe.pdf" of "fdp.exe"), in one line, at most 200 characters with its ending kept. It is for people's eyes and
 * for whoever saves the file, and never becomes a path here. "file" where nothing is left.
 */
export function shownName(given: string): string {
  const last = given.replaceAll('\\', '/').split('/').at(-1) ?? '';
  // halves of surrogate pairs become U+FFFD on the way, which is taken out
  const clean = Buffer.from(last, 'utf8')
    .toString('utf8')
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029\ufffd]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const letters = [...clean];
  if (letters.length <= LONGEST) return clean === '' ? 'file' : clean;
  const ending = /\.[a-z0-9]{1,8}$/i.exec(clean)?.[0] ?? '';
  return `${letters.slice(0, LONGEST - ending.length - 1).join('')}…${ending}`;
}
