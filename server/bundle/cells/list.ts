import { compareText } from '../../../domain/text/compare.ts';

/**
 * The parts of a cell between unescaped `|`, still escaped; undefined where a backslash stands before anything but
 * `|`, `:` or a backslash.
 */
export function splitParts(text: string): readonly string[] | undefined {
  if (!text.includes('\\')) return text.split('|');
  const parts: string[] = [];
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '\\') {
      i += 1;
      if (!ESCAPED.has(text[i])) return undefined;
    } else if (text[i] === '|') {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}

const ESCAPED = new Set<string | undefined>(['|', ':', '\\']);

export function unescapePart(part: string): string {
  return part.replace(/\\(.)/gs, '$1');
}

/** `|`, `:` and the backslash as they stand inside a list entry or a label. */
export function escapePart(text: string): string {
  return text.replace(/[|:\\]/g, '\\$&');
}

/** The entries of a list; undefined where one is empty or wrongly escaped. What stands twice counts once. */
export function listEntries(text: string): readonly string[] | undefined {
  const entries = splitParts(text)?.map(unescapePart);
  if (!entries || entries.includes('')) return undefined;
  return entries.length === 1 ? entries : [...new Set(entries)].sort(compareText);
}

/** The canonical text of a list. */
export function listText(entries: readonly string[]): string {
  return [...entries].sort(compareText).map(escapePart).join('|');
}
