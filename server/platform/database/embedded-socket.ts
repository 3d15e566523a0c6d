import { randomUUID } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { encryptionRequest } from './wire.ts';

/**
 * The embedded engine listens on a unix socket in the data folder, and the socket is the lock: the process that listens
 * is the only one that has the database open. A socket whose process is gone refuses connections, so a lock cannot be
 * left behind. Sockets are numbered, `.s.PGSQL.5432` the first (`psql -h <folder> -p <number>` works), and only the
 * highest number counts. Whoever finds it dead makes the next number, which only one can do, and steps back if there
 * is a yet higher one; the highest is never removed. So two processes never both think that they are the host, however
 * they are interleaved.
 */
export type EngineSocket = { folder: string; number: number };

const first = 5432;

/** The socket that counts; undefined when the folder never had an engine. */
export function latestSocket(folder: string): EngineSocket | undefined {
  const numbers = socketNumbers(folder);
  return numbers.length > 0 ? { folder, number: Math.max(...numbers) } : undefined;
}

/**
 * Makes this process the host, when no other is: `server` then listens, and nothing else may touch the database as long
 * as it does. Returns false when another process is the host or became it meanwhile.
 */
export async function claimSocket(folder: string, server: net.Server): Promise<boolean> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const before = latestSocket(folder);
  if (before && (await answers(before, 'listens'))) return false;
  const claim = { folder, number: before ? before.number + 1 : first };

  const draft = path.join(folder, `.${randomUUID()}`);
  await listen(server, draft);
  chmodSync(draft, 0o600);
  const claimed = makeLink(draft, socketFile(claim));
  rmSync(draft);
  const numbers = socketNumbers(folder);
  if (!claimed || numbers.some((number) => number > claim.number)) {
    if (claimed) rmSync(socketFile(claim), { force: true });
    server.close();
    return false;
  }
  for (const number of numbers) {
    if (number < claim.number) rmSync(socketFile({ folder, number }), { force: true });
  }
  return true;
}

/**
 * Whether a process `listens` on the socket (it may be busy or still starting), or whether it `serves`: its engine is open
 * and has answered. Waits for the answer as long as the engine is busy.
 */
export function answers(socket: EngineSocket, what: 'listens' | 'serves'): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const connection = connect(socket, net.connect);
    connection.on('connect', () => {
      if (what === 'serves') connection.write(encryptionRequest);
      else settle(true);
    });
    connection.on('data', () => settle(true));
    connection.on('close', () => settle(false));
    connection.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code && gone.has(error.code)) settle(false);
      else reject(error);
    });
    function settle(answer: boolean) {
      resolve(answer);
      connection.destroy();
    }
  });
}
const gone = new Set(['ECONNREFUSED', 'ENOENT', 'ECONNRESET', 'EPIPE']);

/** Connects to the socket with `dial`, which is given a path. */
export function connect(socket: EngineSocket, dial: (file: string) => net.Socket): net.Socket {
  const { short, release } = shortPath(socketFile(socket));
  return dial(short).once('connect', release).once('close', release);
}

function socketFile({ folder, number }: EngineSocket): string {
  return path.join(folder, `.s.PGSQL.${number}`);
}

function socketNumbers(folder: string): number[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  return names.flatMap((name) => {
    const number = /^\.s\.PGSQL\.(\d+)$/.exec(name)?.[1];
    return number ? [Number(number)] : [];
  });
}

function listen(server: net.Server, file: string): Promise<void> {
  const { short, release } = shortPath(file);
  return new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ path: short }, () => {
      server.off('error', reject);
      resolve();
    });
  }).finally(release);
}

/** Makes `file` a second name of the socket; false when that name is taken. */
function makeLink(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** A socket's path must fit into about 100 bytes: a longer one is reached through a symbolic link, until `release`. */
function shortPath(file: string): { short: string; release: () => void } {
  if (Buffer.byteLength(file) < 100) return { short: file, release: () => {} };
  const folder = mkdtempSync(path.join(os.tmpdir(), 'quarterdeck-'));
  symlinkSync(path.dirname(file), path.join(folder, 'd'));
  return {
    short: path.join(folder, 'd', path.basename(file)),
    release: () => rmSync(folder, { recursive: true, force: true }),
  };
}
