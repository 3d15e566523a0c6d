/** How many companies or stack items a "top ten" shows. */
const TOP = 10;

/**
 * The first ten of 0 … count − 1 by `compare`, which puts first what it finds smaller; equal ones stay in the order of
 * their numbers.
 */
export function topTen(count: number, compare: (a: number, b: number) => number): number[] {
  const top: number[] = [];
  for (let candidate = 0; candidate < count; candidate++) {
    if (top.length === TOP && compare(candidate, top[TOP - 1]!) >= 0) continue;
    let place = top.length;
    while (place > 0 && compare(candidate, top[place - 1]!) < 0) place--;
    top.splice(place, 0, candidate);
    if (top.length > TOP) top.pop();
  }
  return top;
}

/** A part of a whole, 0–1, not rounded; of a zero total it is 0 (docs/interfaces.md). */
export function share(part: number, total: number): number {
  return part === 0 || total === 0 ? 0 : part / total;
}
