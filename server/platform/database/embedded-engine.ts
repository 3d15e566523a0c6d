import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { queryMessage, readyStatus, startupMessage, syncMessage, type TransactionStatus } from './wire.ts';

/** PostgreSQL in this thread: one session, which runs one request after the other. */
export type Engine = {
  /** What a new connection is told: settings, key, and that it may begin. */
  greeting: Buffer;
  /** Runs a run of wire messages to its end. Returns the transaction status, undefined where no answer ended one. */
  run(messages: Buffer, answer: (part: Buffer) => void): Promise<TransactionStatus | undefined>;
  /** Ends whatever a client left behind: transaction, role, settings, prepared statements, temporary tables. */
  reset(): Promise<void>;
  /** Writes everything to the data files, so that the next start has nothing to recover. */
  close(): Promise<void>;
};

const parameters = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  ...['wal_sync_method=fsync', 'shared_buffers=32MB', 'jit=off'].flatMap((setting) => ['-c', setting]),
];

/** What DISCARD ALL does, except that it forgets the plans of foreign keys and triggers, which costs more than all this. */
const discardAllButPlans = `close all; set session authorization default; reset all; deallocate all; unlisten *;
  select pg_advisory_unlock_all(); discard temp; discard sequences`;

/** The exception by which the engine leaves a statement that failed; any other one means that the engine is broken. */
const statementFailed = 100;

/**
 * Opens the database in `folder`, creating it when there is none. Only one engine in the world may have it open.
 * `fail` must end the thread at once: it is called where PostgreSQL would stop the server rather than go on (a failed
 * fsync, a PANIC, an exit of its process), and PGlite would go on.
 */
export async function openEngine(folder: string, fail: (reason: string) => never): Promise<Engine> {
  const unfinished = `${folder}.unfinished`;
  if (existsSync(unfinished)) rmSync(folder, { recursive: true, force: true });
  const fresh = !existsSync(path.join(folder, 'PG_VERSION'));
  if (!fresh) refuseOtherVersions(folder);
  if (fresh) {
    writeFileSync(unfinished, '');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }
  const pglite = await PGlite.create({ fs: new DurableFiles(folder, fail), startParams: parameters });
  if (fresh) {
    syncTree(folder);
    rmSync(unfinished);
    syncFile(path.dirname(folder));
  }
  stopWhenBroken(pglite, fail);

  const reset = [syncMessage, queryMessage('rollback'), queryMessage(discardAllButPlans)];
  const engine: Engine = {
    greeting: Buffer.alloc(0),
    async run(messages, answer) {
      let end = Buffer.alloc(0);
      const onRawData = (data: Uint8Array) => {
        const part = Buffer.from(data);
        end = part.length >= 6 ? part.subarray(-6) : Buffer.concat([end, part]).subarray(-6);
        answer(part);
      };
      await pglite
        .execProtocolRawStream(messages, { syncToFs: false, onRawData })
        .catch((error) => broken(error, fail));
      return readyStatus(end);
    },
    async reset() {
      for (const messages of reset) await engine.run(messages, () => {});
    },
    close: () => pglite.close(),
  };
  const greeting: Buffer[] = [];
  await engine.run(startupMessage('postgres', 'postgres'), (part) => greeting.push(part));
  engine.greeting = Buffer.concat(greeting);
  return engine;
}

/** PGlite's major version of PostgreSQL; another one's folder must be moved by `quarterdeck backup` and `restore`. */
const ownVersion = '18';

function refuseOtherVersions(folder: string) {
  const version = readFileSync(path.join(folder, 'PG_VERSION'), 'utf8').trim();
  if (version === ownVersion) return;
  throw new Error(
    `${folder} was made by PostgreSQL ${version}, and this program has PostgreSQL ${ownVersion}: back it up with the program that made it, and restore that with this one`,
  );
}

/** PGlite's folder on disk leaves out fsync, without which a commit does not survive a power cut: we put it in. */
class DurableFiles extends NodeFS {
  readonly #fail: (reason: string) => never;
  constructor(folder: string, fail: (reason: string) => never) {
    super(folder);
    this.#fail = fail;
  }

  override async init(...[pglite, options]: Parameters<NodeFS['init']>) {
    const initialised = await super.init(pglite, options);
    const synchronise = (module: FileSystems) => {
      module.NODEFS.stream_ops.fsync = (stream) => {
        try {
          fsyncSync(stream.nfd);
        } catch (error) {
          this.#fail(`cannot write to the disk: ${(error as Error).message}`);
        }
        return 0;
      };
    };
    initialised.emscriptenOpts.preRun = [
      synchronise as unknown as NonNullable<typeof initialised.emscriptenOpts.preRun>[number],
      ...(initialised.emscriptenOpts.preRun ?? []),
    ];
    return initialised;
  }
}

/** The part of Emscripten's module that DurableFiles changes; `nfd` is Node's file descriptor. */
type FileSystems = { NODEFS: { stream_ops: { fsync?: (stream: { nfd: number }) => number } } };

function stopWhenBroken(pglite: PGlite, fail: (reason: string) => never) {
  const module = pglite.Module as unknown as { _PostgresMainLoopOnce: () => void };
  const step = module._PostgresMainLoopOnce;
  module._PostgresMainLoopOnce = () => {
    try {
      step();
    } catch (error) {
      if ((error as { status?: number }).status !== statementFailed) broken(error, fail);
      throw error;
    }
  };
}

function broken(error: unknown, fail: (reason: string) => never): never {
  fail(`PostgreSQL stopped: ${(error as Error).message}`);
}

function syncTree(folder: string) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) syncTree(file);
    else if (entry.isFile()) syncFile(file);
  }
  syncFile(folder);
}

function syncFile(file: string) {
  const descriptor = openSync(file, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
