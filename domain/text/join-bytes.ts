const COMMA = 0x2c;

/** The items one after the other with commas between them, after and before what else is given. All of it is UTF-8. */
export function joinBytes(before: Uint8Array, items: readonly Uint8Array[], after: Uint8Array): Uint8Array {
  const commas = Math.max(0, items.length - 1);
  const length = items.reduce((sum, item) => sum + item.length, before.length + commas + after.length);
  const joined = new Uint8Array(length);
  joined.set(before);
  let at = before.length;
  for (const [i, item] of items.entries()) {
    if (i > 0) joined[at++] = COMMA;
    joined.set(item, at);
    at += item.length;
  }
  joined.set(after, at);
  return joined;
}
