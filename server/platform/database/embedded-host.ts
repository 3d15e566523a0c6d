import net from 'node:net';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { GateLimits } from './embedded-gate.ts';
import { answers, connect, type EngineSocket, latestSocket } from './embedded-socket.ts';
import type { WorkerInput, WorkerReport } from './embedded-worker.ts';

/** Limits in milliseconds. `statement`: the engine's thread is ended when one statement runs longer. */
export type EmbeddedLimits = GateLimits & { statement: number };

const usual: EmbeddedLimits = { statement: 120_000, idleInTransaction: 60_000 };

/**
 * The database in `folder`, for this process: `connection` makes a socket that joins the process that has the engine
 * open, or makes this process the one, when there is none (yet, or any more).
 */
export type EmbeddedHost = {
  /** Resolves when the database can be reached: at once, or when this process has opened or made it. */
  ready(): Promise<unknown>;
  connection(): net.Socket;
  close(): Promise<void>;
};

export function embeddedHost(folder: string, limits: EmbeddedLimits = usual): EmbeddedHost {
  const socketFolder = path.join(folder, 'socket');
  let worker: Worker | undefined;
  let serving: Promise<void> | undefined;

  return {
    ready: reach,
    connection: () => selfConnecting(reach),
    async close() {
      await serving?.catch(() => {});
      if (worker) await stop(worker);
    },
  };

  async function reach(): Promise<EngineSocket> {
    serving ??= ensureServing().finally(() => {
      serving = undefined;
    });
    await serving;
    const socket = latestSocket(socketFolder);
    if (!socket) throw new Error(`the embedded database in ${folder} is gone`);
    return socket;
  }

  async function ensureServing() {
    for (let attempt = 0; attempt < 50; attempt += 1) {
      const socket = latestSocket(socketFolder);
      if (socket && (await answers(socket, 'serves'))) return;
      await host();
    }
    throw new Error(
      `the embedded database in ${folder} does not start: other processes keep opening and leaving it`,
    );
  }

  /** Tries to be the process that has the engine open; returns when it is, or when another one is. */
  async function host() {
    const busySince = new BigInt64Array(new SharedArrayBuffer(8));
    const workerData: WorkerInput = { folder, limits, busySince };
    const started = new Worker(workerFile(), { workerData });
    const watchdog = setInterval(() => {
      const since = Atomics.load(busySince, 0);
      if (since === 0n || process.hrtime.bigint() - since < BigInt(limits.statement) * 1_000_000n) return;
      clearInterval(watchdog);
      warn(`a statement ran longer than ${limits.statement / 1000} s; the engine is started afresh`);
      void started.terminate();
    }, limits.statement / 20).unref();
    started.once('exit', () => clearInterval(watchdog));

    const first = await new Promise<WorkerReport>((resolve, reject) => {
      started.once('message', resolve);
      started.once('error', reject);
      started.once('exit', () => reject(new Error('it stopped while starting')));
    }).catch((error: Error) => {
      throw new Error(`cannot open the embedded database in ${folder}: ${error.message}`, { cause: error });
    });
    if (first.state === 'failed')
      throw new Error(`cannot open the embedded database in ${folder}: ${first.reason}`);
    if (first.state === 'lost') return;
    worker = started;
    started.unref();
    started.on('message', (report: WorkerReport) => {
      if (report.state === 'failed') warn(`${report.reason}; the engine is started afresh`);
    });
    started.on('error', (error) => warn(`${error}; the engine is started afresh`));
    started.once('exit', () => {
      if (worker === started) worker = undefined;
    });
  }

  function warn(text: string) {
    process.emitWarning(`The embedded database in ${folder}: ${text}.`, 'QuarterdeckDatabase');
  }
}

/** Lets the engine write everything and end; ends it by force when a statement keeps it from that. */
async function stop(worker: Worker) {
  const ended = new Promise((resolve) => worker.once('exit', resolve));
  worker.ref();
  worker.postMessage('close');
  const force = setTimeout(() => void worker.terminate(), 10_000);
  await ended;
  clearTimeout(force);
}

/**
 * Where the worker's JavaScript is: in the built program always dist/server/embedded-worker.js, as every other file is
 * in dist/server or in a folder beside it. Under Vitest, which runs the sources, test/harness builds it first.
 */
function workerFile(): URL {
  return import.meta.env.DEV
    ? new URL('../../../.cache/test-programs/server/embedded-worker.js', import.meta.url)
    : new URL('../server/embedded-worker.js', import.meta.url);
}

/** A socket that finds its way by itself: node-postgres tells it a host and a port, which mean nothing here. */
function selfConnecting(reach: () => Promise<EngineSocket>): net.Socket {
  const connection = new net.Socket();
  const dial: (file: string) => net.Socket = connection.connect.bind(connection);
  connection.connect = () => {
    reach().then(
      (socket) => connection.destroyed || connect(socket, dial),
      (error: Error) => connection.destroy(error),
    );
    return connection;
  };
  return connection;
}
