/**
 * Two people note the same meeting. Brings their texts together line by line: what one of them changed is taken, and where
 * both changed the same lines, both stay, theirs before mine. Nobody's words are dropped.
 */
export function mergeNotes(base: string, mine: string, theirs: string): string {
  if (mine === base || mine === theirs) return theirs;
  if (theirs === base) return mine;
  const [from, own, other] = [base, mine, theirs].map(linesOf) as [string[], string[], string[]];
  const inMine = matches(from, own);
  const inTheirs = matches(from, other);
  const merged: string[] = [];
  let [b, m, t] = [0, 0, 0];
  const takeUpTo = (toBase: number, toMine: number, toTheirs: number) => {
    const parts = [from.slice(b, toBase), own.slice(m, toMine), other.slice(t, toTheirs)] as const;
    merged.push(...mergedPart(...parts));
    [b, m, t] = [toBase, toMine, toTheirs];
  };
  for (let line = 0; line < from.length; line++) {
    const [atMine, atTheirs] = [inMine.get(line), inTheirs.get(line)];
    if (atMine === undefined || atTheirs === undefined) continue;
    takeUpTo(line, atMine, atTheirs);
    merged.push(from[line]!);
    [b, m, t] = [line + 1, atMine + 1, atTheirs + 1];
  }
  takeUpTo(from.length, own.length, other.length);
  return merged.join('\n');
}

/** An empty text has no line. */
const linesOf = (text: string): string[] => (text === '' ? [] : text.split('\n'));

function mergedPart(base: string[], mine: string[], theirs: string[]): string[] {
  const same = (a: string[], b: string[]) => a.join('\n') === b.join('\n') && a.length === b.length;
  if (same(mine, base) || same(mine, theirs)) return theirs;
  if (same(theirs, base)) return mine;
  return [...theirs, ...mine.filter((line) => !theirs.includes(line))];
}

/** Which line of `to` each line of `from` still is: the longest common subsequence. */
function matches(from: readonly string[], to: readonly string[]): ReadonlyMap<number, number> {
  const width = to.length + 1;
  const longest = new Uint32Array((from.length + 1) * width);
  for (let i = from.length - 1; i >= 0; i--)
    for (let j = to.length - 1; j >= 0; j--)
      longest[i * width + j] =
        from[i] === to[j]
          ? longest[(i + 1) * width + j + 1]! + 1
          : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!);
  const found = new Map<number, number>();
  for (let i = 0, j = 0; i < from.length && j < to.length; ) {
    if (from[i] === to[j]) found.set(i++, j++);
    else if (longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!) i++;
    else j++;
  }
  return found;
}
