import type { Socket } from 'node:net';
import type { Engine } from './embedded-engine.ts';
import { fatalMessage, requestReader } from './wire.ts';

/**
 * Lets many clients use the engine's one session, each as if it were alone. A client has the session from the first
 * message of a transaction (or of a statement by itself) until the engine is idle again; the others queue, first come
 * first served. Session state is forgotten when another client's turn comes, so as behind pgbouncer in transaction
 * mode there are no prepared statements, session settings or LISTEN beyond a transaction.
 */
export type Gate = {
  accept(socket: Socket): void;
  /** Resolves when the transaction in progress has ended; nothing runs afterwards. */
  close(): Promise<void>;
};

type Client = { socket: Socket; batches: Buffer[]; gone: boolean };

/** A client that keeps a transaction open this long (ms) without saying a word is sent away: others wait for it. */
export type GateLimits = { idleInTransaction: number };

export function createGate(
  engine: Engine,
  limits: GateLimits,
  /** Called with true before the engine starts to work and with false when it is done. */
  working: (busy: boolean) => void = () => {},
): Gate {
  const clients = new Set<Client>();
  const waiting: Client[] = [];
  let holder: Client | undefined;
  let latest: Client | undefined;
  let pumping = false;
  let impatience: NodeJS.Timeout | undefined;
  let closing: (() => void) | undefined;

  return {
    accept(socket) {
      const client: Client = { socket, batches: [], gone: false };
      const read = requestReader();
      clients.add(client);
      socket.on('error', () => {});
      socket.on('close', () => {
        client.gone = true;
        clients.delete(client);
        pump();
      });
      socket.on('drain', pump);
      socket.on('data', (chunk) => {
        try {
          for (const request of read(chunk)) receive(client, request);
        } catch (error) {
          dismiss(socket, '08P01', `not the PostgreSQL protocol: ${(error as Error).message}`);
        }
      });
    },
    close() {
      for (const client of clients) if (client !== holder) client.socket.destroy();
      return new Promise((resolve) => {
        closing = resolve;
        pump();
      });
    },
  };

  function receive(client: Client, request: ReturnType<ReturnType<typeof requestReader>>[number]) {
    if (request.kind === 'encryption') client.socket.write('N');
    else if (request.kind === 'startup') client.socket.write(engine.greeting);
    else if (request.kind === 'batch') {
      client.batches.push(request.bytes);
      if (client !== holder && !waiting.includes(client)) waiting.push(client);
      pump();
    } else client.socket.end();
  }

  function pump() {
    if (pumping) return;
    pumping = true;
    void work().finally(() => {
      pumping = false;
    });
  }

  async function work() {
    for (;;) {
      if (!holder && closing) return closing();
      holder ??= waiting.shift();
      if (!holder) return;
      if (holder.gone) await forget(holder);
      else if (!(await serve(holder))) return;
      // Between two batches the sockets get their turn to read and write.
      await new Promise(setImmediate);
    }
  }

  /** Runs the client's next batch; false when it has none or does not read what it was sent. */
  async function serve(client: Client): Promise<boolean> {
    const batch = client.socket.writableNeedDrain ? undefined : client.batches.shift();
    if (!batch) {
      impatience ??= setTimeout(sendAway, limits.idleInTransaction, client);
      return false;
    }
    calm();
    working(true);
    if (latest !== client && latest) await engine.reset();
    latest = client;
    const status = await engine.run(batch, (part) => client.socket.write(part));
    working(false);
    if (status === 'I') {
      holder = undefined;
      if (client.batches.length > 0) waiting.push(client);
    }
    return true;
  }

  /** A client that left in the middle of a transaction leaves nothing of it behind. */
  async function forget(client: Client) {
    if (latest === client) {
      await engine.reset();
      latest = undefined;
    }
    calm();
    holder = undefined;
  }

  function calm() {
    clearTimeout(impatience);
    impatience = undefined;
  }

  function sendAway(client: Client) {
    if (client.socket.writableNeedDrain) client.socket.destroy();
    else dismiss(client.socket, '25P03', 'terminating connection due to idle-in-transaction timeout');
  }
}

function dismiss(socket: Socket, code: string, text: string) {
  socket.end(fatalMessage(code, text), () => socket.destroy());
}
