import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../platform/database/database.ts';
import { asOwner } from '../platform/database/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';

/** How long wrong passwords count, and how long it is remembered where somebody signed in. Milliseconds. */
const lifetime = { tries: 15 * 60_000, known: 30 * 86_400_000 };

/** How many wrong passwords a quarter of an hour allows: for one account from one address, in all, and from one address. */
const limits = { both: 10, account: 100, address: 50 };

/** A try that was let through: what it counts against, to be taken back if the password is right. */
export interface Attempt {
  readonly both: string;
  readonly known: string;
  readonly others: readonly string[];
}

/**
 * Counts a try before the password is looked at, so that many at once count too; every process on the database counts
 * together. Throws 429 when there were too many, and says when there may be more: nobody waits longer than a quarter of
 * an hour. Where an account signed in from within the last 30 days only its own tries from there count, so that nobody
 * else's keep its owner out.
 */
export async function takeAttempt(
  database: Database,
  account: string,
  address: string,
  now: Date,
): Promise<Attempt> {
  const both = nameOf('both', address, account);
  const known = nameOf('known', address, account);
  const others = [
    { key: nameOf('account', account), most: limits.account },
    { key: nameOf('address', address), most: limits.address },
  ];
  const until = new Date(now.getTime() + lifetime.tries);
  const attempt = await asOwner(database, async (tx) => {
    const { rows } = await sql`select from sign_in_attempts where key = ${known} and until > ${now}`.execute(
      tx,
    );
    const counted = [{ key: both, most: limits.both }, ...(rows.length > 0 ? [] : others)];
    const keys = counted.map(({ key }) => key).sort();
    // In the order of their names, so that two tries at once never wait for each other.
    const found = await sql<{ key: string; tries: number; until: Date }>`
      insert into sign_in_attempts as kept (key, tries, until)
        select key, 0, ${until} from unnest(${keys}::text[]) key order by key collate "C"
      on conflict (key) do update set
        tries = case when kept.until > ${now} then kept.tries else 0 end,
        until = case when kept.until > ${now} then kept.until else excluded.until end
      returning key, tries, until`.execute(tx);
    for (const { key, most } of counted) {
      const kept = found.rows.find((row) => row.key === key)!;
      if (kept.tries >= most)
        throw new Refusal('too_many_requests', 'Too many wrong passwords. Try again later.', {
          retryAfter: Math.ceil((kept.until.getTime() - now.getTime()) / 1000),
        });
    }
    await sql`update sign_in_attempts set tries = tries + 1 where key = any(${keys}::text[])`.execute(tx);
    return { both, known, others: keys.filter((key) => key !== both) };
  });
  await forgetOld(database, now);
  return attempt;
}

/** The password was right: the account's tries from this address are forgotten, and this one does not count elsewhere. */
export async function attemptWasRight(database: Database, attempt: Attempt, now: Date): Promise<void> {
  const { both, known, others } = attempt;
  const until = new Date(now.getTime() + lifetime.known);
  await database.pool.query('delete from sign_in_attempts where key = $1', [both]);
  await asOwner(database, async (tx) => {
    for (const key of others)
      await sql`update sign_in_attempts set tries = greatest(tries - 1, 0) where key = ${key}`.execute(tx);
    await sql`insert into sign_in_attempts (key, tries, until) values (${known}, 0, ${until})
      on conflict (key) do update set until = excluded.until`.execute(tx);
  });
}

/** A few of what is out of date go with every try, none that somebody else has in hand. */
async function forgetOld({ pool }: Database, now: Date): Promise<void> {
  await pool.query(
    `delete from sign_in_attempts where key in (
       select key from sign_in_attempts where until <= $1 order by until limit 100 for update skip locked)`,
    [now],
  );
}

/** Addresses and accounts are kept by a hash: the table is a list of numbers, not of who tried what. */
function nameOf(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex');
}
