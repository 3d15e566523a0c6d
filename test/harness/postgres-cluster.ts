import { execFile, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A PostgreSQL cluster of the tests' own in a temporary folder, on a free port, gone when the runner is. */
export type Cluster = { url: string; stop(): Promise<void> };

/** Starts a cluster with Debian's binaries; throws an Error that names the package when there are none. */
export async function startCluster(): Promise<Cluster> {
  const binaries = findBinaries();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'quarterdeck-postgres-'));
  const user = await serverUser();
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  const data = path.join(folder, 'data');
  const cluster = [
    '-D',
    data,
    '-U',
    'postgres',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
    '--no-sync',
  ];
  await run(path.join(binaries, 'initdb'), cluster, { ...user, cwd: folder });

  const port = await freePort();
  const settings = [
    ['listen_addresses', '127.0.0.1'],
    ['port', String(port)],
    ['unix_socket_directories', ''],
    ['max_connections', '200'],
    ['shared_buffers', '64MB'],
    ['fsync', 'off'],
    ['synchronous_commit', 'off'],
    ['full_page_writes', 'off'],
    ['deadlock_timeout', '100ms'],
  ].flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // The shell ends the server as soon as its standard input closes, which it also does when the runner is killed.
  const guard = `"$@" >"$FOLDER/log" 2>&1 & server=$!; cat >/dev/null; kill -INT $server; wait $server; rm -rf "$FOLDER"`;
  const server = [path.join(binaries, 'postgres'), '-D', data, ...settings];
  const shell = spawn('sh', ['-c', guard, 'sh', ...server], {
    ...user,
    cwd: folder,
    stdio: ['pipe', 'ignore', 'inherit'],
    env: { ...process.env, FOLDER: folder },
    detached: true,
  });
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  await untilReady(path.join(binaries, 'pg_isready'), port, path.join(folder, 'log'));
  return {
    url,
    async stop() {
      const ended = new Promise((resolve) => shell.once('exit', resolve));
      shell.stdin.end();
      await ended;
    },
  };
}

function findBinaries(): string {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  const newest = versions
    .map((version) => path.join(root, version, 'bin'))
    .find((bin) => existsSync(path.join(bin, 'initdb')));
  if (newest) return newest;
  throw new Error(
    `The database tests need PostgreSQL 15 or later: install Debian's package (apt-get install postgresql), or set TEST_DATABASE_URL to a server where they may create databases and roles. Looked in ${root}.`,
  );
}

/** PostgreSQL refuses to run as root: then it runs as the system user postgres, whom Debian's package makes. */
async function serverUser(): Promise<{ uid: number; gid: number } | { uid?: never; gid?: never }> {
  if (process.getuid?.() !== 0) return {};
  const [uid, gid] = await Promise.all(['-u', '-g'].map((which) => run('id', [which, 'postgres'])));
  return { uid: Number(uid?.stdout), gid: Number(gid?.stdout) };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

async function untilReady(isReady: string, port: number, log: string) {
  for (let attempt = 0; attempt < 150; attempt += 1) {
    const ready = await run(isReady, ['-h', '127.0.0.1', '-p', String(port)]).then(
      () => true,
      () => false,
    );
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The tests' PostgreSQL on port ${port} did not start within 15 s; see ${log}.`);
}
