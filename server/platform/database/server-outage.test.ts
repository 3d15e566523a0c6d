import net from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Database, openDatabase } from './database.ts';
import { asOwner } from './transaction.ts';

/** A way to the server that can be interrupted: then it cuts its connections and takes no new ones. */
async function interruptibleWay(to: URL) {
  const sockets = new Set<net.Socket>();
  const server = net.createServer((near) => {
    const far = net.connect(Number(to.port || 5432), to.hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('error', () => {}).on('close', () => other.destroy());
      one.pipe(other);
    }
  });
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const { port } = server.address() as net.AddressInfo;
  return {
    url: Object.assign(new URL(to), { hostname: '127.0.0.1', port: String(port) }).href,
    async interrupt() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      sockets.clear();
      await closed;
    },
    restore: () => listen(port),
  };
}

describe('an outage of the PostgreSQL server', () => {
  let way: Awaited<ReturnType<typeof interruptibleWay>>;
  let database: Database;
  beforeAll(async () => {
    way = await interruptibleWay(new URL(inject('templates').serverUrl));
    database = await openDatabase({ url: way.url });
  });
  afterAll(async () => {
    await database.close();
    await way.interrupt();
  });
  const one = () => asOwner(database, async (tx) => (await sql`select 1 as one`.execute(tx)).rows);

  it('fails what is asked for meanwhile, in words, and is over when the server is back', async () => {
    await Promise.all([one(), one(), one()]);
    await way.interrupt();
    await expect(one()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await way.restore();
    expect(await one()).toEqual([{ one: 1 }]);
  });

  it('is not noticed when it is over before the next transaction begins', async () => {
    await Promise.all([one(), one(), one()]);
    await way.interrupt();
    await way.restore();
    expect(await Promise.all([one(), one(), one()])).toEqual([[{ one: 1 }], [{ one: 1 }], [{ one: 1 }]]);
  });

  it('fails a transaction in progress without running it again', async () => {
    let runs = 0;
    const interrupted = asOwner(database, async (tx) => {
      runs += 1;
      await way.interrupt();
      await sql`select 1`.execute(tx);
    });
    await expect(interrupted).rejects.toThrow('Connection terminated unexpectedly');
    expect(runs).toBe(1);
    await way.restore();
    expect(await one()).toEqual([{ one: 1 }]);
  });
});
