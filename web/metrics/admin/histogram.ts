/** How many values lie in each of so many equally wide parts of a range; the last part has its upper end too. */
export function histogram(values: readonly number[], from: number, to: number, parts: number): number[] {
  const counts = new Array<number>(parts).fill(0);
  const width = (to - from) / parts;
  for (const value of values) {
    if (value < from || value > to) continue;
    const part = width === 0 ? 0 : Math.min(parts - 1, Math.floor((value - from) / width));
    counts[part]!++;
  }
  return counts;
}

/** How many values fall in each band, a value of at most its limit being in it; the last has none (null). */
export function countsByLimit(values: readonly number[], limits: readonly (number | null)[]): number[] {
  const counts = limits.map(() => 0);
  for (const value of values) {
    const band = limits.findIndex((limit) => limit === null || value <= limit);
    if (band >= 0) counts[band]!++;
  }
  return counts;
}
