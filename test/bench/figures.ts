/** The middle and the 95th of 100 of some times. Milliseconds. */
export interface Times {
  readonly median: number;
  readonly p95: number;
}

export function timesOf(milliseconds: readonly number[]): Times {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
  return { median: at(0.5), p95: at(0.95) };
}

/** Does the work `runs` times, one after the other, after some for warming up. */
export async function timed(runs: number, work: (run: number) => Promise<unknown>): Promise<Times> {
  const times: number[] = [];
  for (let run = -10; run < runs; run++) {
    const start = performance.now();
    await work(run);
    if (run >= 0) times.push(performance.now() - start);
  }
  return timesOf(times);
}

export const said = ({ median, p95 }: Times): string => `${median.toFixed(2)} / ${p95.toFixed(2)} ms`;
