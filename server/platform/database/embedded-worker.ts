import net from 'node:net';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { createGate, type GateLimits } from './embedded-gate.ts';
import { claimSocket } from './embedded-socket.ts';

/**
 * The thread that is the embedded database: it claims the data folder's socket, opens the engine and serves everyone
 * who connects, its own process included. It runs beside the main thread because the engine blocks its thread while
 * it works. When it ends, for whatever reason, the socket closes with it and the next one to connect takes over.
 */
export type WorkerInput = {
  folder: string;
  limits: GateLimits;
  /** When the engine began what it is doing now (ns, process.hrtime), or 0: how the main thread sees it hang. */
  busySince: BigInt64Array;
};
/** `lost`: another process is the host. `failed`: the engine broke; nothing it did not acknowledge is to be trusted. */
export type WorkerReport = { state: 'lost' | 'ready' } | { state: 'failed'; reason: string };

const { folder, limits, busySince } = workerData as WorkerInput;
const port = parentPort as NonNullable<typeof parentPort>;
const report = (message: WorkerReport) => port.postMessage(message);

const server = net.createServer();
const early: net.Socket[] = [];
server.on('connection', (socket) => early.push(socket));

if (await claimSocket(path.join(folder, 'socket'), server)) {
  // Only now: who loses the race for the socket need not load PostgreSQL.
  const { openEngine } = await import('./embedded-engine.ts');
  const engine = await openEngine(path.join(folder, 'postgres'), (reason) => {
    report({ state: 'failed', reason });
    process.exit(1);
  });
  const gate = createGate(engine, limits, (busy) =>
    Atomics.store(busySince, 0, busy ? process.hrtime.bigint() : 0n),
  );
  server.removeAllListeners('connection').on('connection', gate.accept);
  for (const socket of early) gate.accept(socket);
  port.once('message', async () => {
    await gate.close();
    await engine.close();
    process.exit(0);
  });
  report({ state: 'ready' });
} else {
  report({ state: 'lost' });
  process.exit(0);
}
