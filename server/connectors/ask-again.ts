/** So often at most when there is no answer, or one of 5xx. */
const TRIES = 5;
/** So long at most does one call wait for a busy system, all waits together. */
const MOST_WAITED = 5 * 60_000;

export interface Tried {
  readonly outcome: 'busy' | 'failed';
  /** The `Retry-After` of the answer: seconds or a date; null: none. */
  readonly retryAfter: string | null;
  /** So many tries had this outcome, this one included. */
  readonly times: number;
  /** So many milliseconds has the call waited so far. */
  readonly waited: number;
}

/**
 * So many milliseconds until a call is tried again; null: not any more. A busy system is given what it asks for, else 5 s, 10 s, …
 * 60 s, as long as that is no more than five minutes altogether; one that fails 1 s, 2 s, 4 s, 8 s. `random` is in 0..1.
 */
export function pauseBefore(
  { outcome, retryAfter, times, waited }: Tried,
  now: number,
  random: number,
): number | null {
  const jitter = 0.75 + random / 2;
  if (outcome === 'failed') return times < TRIES ? 1000 * 2 ** (times - 1) * jitter : null;
  const asked = retryAfter === null ? null : readRetryAfter(retryAfter, now);
  const pause = asked ?? Math.min(60_000, 5000 * 2 ** (times - 1)) * jitter;
  return waited + pause <= MOST_WAITED ? pause : null;
}

/** Milliseconds from now; at least a second, so that a clock that runs ahead does not make us hammer. Null: it says nothing. */
function readRetryAfter(value: string, now: number): number | null {
  const ms = /^\s*\d+(\.\d+)?\s*$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isNaN(ms) ? null : Math.max(1000, ms);
}
