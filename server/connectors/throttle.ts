import type { CallLimits } from './connector.ts';

const MINUTE = 60_000;

export interface Clock {
  /** Milliseconds. */
  readonly now: () => number;
  readonly wait: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
}

export interface Throttle {
  /** Does the work as soon as no more than `concurrency` are at it. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Comes back when one more call may start: no more than `perMinute` do in any minute. */
  start(): Promise<void>;
  /** Waits so many milliseconds, for one call's sake. */
  rest(ms: number): Promise<void>;
  /** Nothing starts before then. */
  pauseUntil(time: number): void;
}

/** Keeps what one session asks for within the vendor's limits. Waits end with the signal. */
export function throttle(
  { concurrency, perMinute }: Pick<CallLimits, 'concurrency' | 'perMinute'>,
  { now, wait }: Clock,
  signal: AbortSignal | undefined,
): Throttle {
  let running = 0;
  let pausedUntil = 0;
  const queue: (() => void)[] = [];
  const starts: number[] = [];

  const mayStartAt = (time: number) => {
    while (starts.length > 0 && starts[0]! <= time - MINUTE) starts.shift();
    return Math.max(pausedUntil, starts.length < perMinute ? time : starts[0]! + MINUTE);
  };

  return {
    async run(work) {
      if (running < concurrency) running += 1;
      else await new Promise<void>((resolve) => queue.push(resolve));
      try {
        return await work();
      } finally {
        const next = queue.shift();
        if (next) next();
        else running -= 1;
      }
    },
    async start() {
      for (;;) {
        signal?.throwIfAborted();
        const time = now();
        const at = mayStartAt(time);
        if (at <= time) {
          starts.push(time);
          return;
        }
        await wait(at - time, signal);
      }
    },
    rest: (ms) => wait(ms, signal),
    pauseUntil(time) {
      pausedUntil = Math.max(pausedUntil, time);
    },
  };
}
