import { Refusal } from '../platform/http/refusal.ts';

const window = 15 * 60_000;
const mostKeys = 100_000;

/** How many wrong passwords a quarter of an hour allows: for one account from one address, in all, and from one address. */
const limits = { accountFromAddress: 10, account: 100, address: 50 };

/** Counts wrong passwords. In memory: a server process counts its own. */
export interface Attempts {
  /** Counts a try before the password is looked at, so that many at once count too; throws 429 when there were too many. */
  take(account: string, address: string, now: Date): void;
  /** The password was right: the account's tries from this address are forgotten, and this one does not count elsewhere. */
  right(account: string, address: string): void;
}

export function countAttempts(): Attempts {
  const counts = new Map<string, { count: number; until: number }>();
  const keysOf = (account: string, address: string) =>
    [
      [`both ${address} ${account}`, limits.accountFromAddress],
      [`account ${account}`, limits.account],
      [`address ${address}`, limits.address],
    ] as const;

  return {
    take(account, address, now) {
      if (counts.size > mostKeys) forgetOld(now.getTime());
      const keys = keysOf(account, address);
      for (const [key, most] of keys) {
        const kept = counts.get(key);
        if (kept && kept.until > now.getTime() && kept.count >= most)
          throw new Refusal('too_many_requests', 'Too many wrong passwords. Try again later.', {
            retryAfter: Math.ceil((kept.until - now.getTime()) / 1000),
          });
      }
      for (const [key] of keys) {
        const kept = counts.get(key);
        if (kept && kept.until > now.getTime()) kept.count += 1;
        else counts.set(key, { count: 1, until: now.getTime() + window });
      }
    },
    right(account, address) {
      const [[both], ...others] = keysOf(account, address);
      counts.delete(both);
      for (const [key] of others) {
        const kept = counts.get(key);
        if (kept) kept.count -= 1;
      }
    },
  };

  function forgetOld(now: number) {
    for (const [key, { until }] of counts) if (until <= now) counts.delete(key);
  }
}
