const HIDDEN = '•••';
const SECRET = /token|secret|passw|authori[sz]ation|signature|api[-_ ]?key|credential/i;
const PERSONAL = /phone|mobile|tel(?:ephone)?$|fax|address|street|ip(?:[-_ ]?addr|$)|birth/i;
const EMAIL = /([\p{L}\p{N}])[\p{L}\p{N}._%+-]*@([\p{L}\p{N}.-]+\.\p{L}{2,})/gu;
const LONGEST_TEXT = 300;
const MOST_ENTRIES = 50;
const DEEPEST = 8;

/**
 * A delivery as it may be shown: the same shape, with secrets, telephone numbers and postal addresses hidden, of e-mail
 * addresses only the first letter and the domain, and long texts and lists cut. At most 8,000 characters of JSON.
 */
export function maskBody(body: unknown): string {
  const text = JSON.stringify(masked(body, '', 0), null, 2) ?? 'null';
  return text.length > 8000 ? `${text.slice(0, 8000)}…` : text;
}

function masked(value: unknown, name: string, depth: number): unknown {
  const isHidden = SECRET.test(name) || (PERSONAL.test(name) && !/e-?mail/i.test(name));
  if (typeof value === 'object' && value !== null) {
    if (depth >= DEEPEST) return '…';
    if (Array.isArray(value))
      return value.slice(0, MOST_ENTRIES).map((entry) => masked(entry, name, depth + 1));
    const fields = Object.entries(value).slice(0, MOST_ENTRIES);
    return Object.fromEntries(
      fields.map(([key, inner]) => [key.slice(0, 100), masked(inner, key, depth + 1)]),
    );
  }
  if (value === null || typeof value === 'boolean' || value === undefined) return value;
  if (isHidden) return HIDDEN;
  if (typeof value === 'number') return value;
  const text = String(value)
    .replaceAll('\0', '')
    .replace(/\p{Cs}/gu, '')
    .replace(EMAIL, '$1…@$2');
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
}
