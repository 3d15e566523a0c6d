/** Repeatable chance (mulberry32): the same seed gives the same numbers on every machine. Not for secrets. */
export function random(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const int = (below: number) => Math.floor(next() * below);
  return {
    /** 0 ≤ x < 1. */
    next,
    /** A whole number from 0 up to, not including, `below`. */
    int,
    chance: (p: number) => next() < p,
    pick: <T>(of: readonly T[]): T => of[int(of.length)]!,
    /** Empty with the given chance, else what `make` gives. */
    maybe: (empty: number, make: () => string): string => (next() < empty ? '' : make()),
  };
}
export type Random = ReturnType<typeof random>;
