import { accessSync, constants, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run, say, secondsSince } from '../run.mjs';

/** The Chromium to drive: $CHROMIUM, else the first of the usual names on the PATH, else undefined. */
export function findChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const usual = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const onMac = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];
  return usual.map(onPath).find(Boolean) ?? onMac.find(existsSync);
}

/** The folder of PostgreSQL's own programs (initdb, postgres): the newest of Debian's, else where the PATH has them. */
export function findPostgres() {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).map(Number).filter(Boolean) : [];
  const folders = versions.sort((a, b) => b - a).map((version) => `${debian}/${version}/bin`);
  const initdb = onPath('initdb');
  return folders.find((folder) => existsSync(`${folder}/initdb`)) ?? (initdb && path.dirname(initdb));
}

/** Makes sure that the end-to-end tests have a browser; resolves to its path, or says what to install. */
export async function ensureChromium() {
  if (!findChromium()) await installFromDebian('chromium', 'Chromium for the browser tests');
  const found = findChromium();
  if (found) return found;
  throw new Error(
    'No Chromium found for the browser tests: install chromium, or name one with CHROMIUM=/path/to/chromium.',
  );
}

/** Makes sure that the database tests have a PostgreSQL: the server in TEST_DATABASE_URL, or programs to start one with. */
export async function ensurePostgres() {
  if (process.env.TEST_DATABASE_URL || findPostgres()) return;
  await withoutMainCluster(() => installFromDebian('postgresql', 'PostgreSQL for the database tests'));
  if (findPostgres()) return;
  throw new Error(
    'No PostgreSQL found for the database tests: install PostgreSQL 15 or newer (Debian: apt-get install postgresql), or name a server with TEST_DATABASE_URL.',
  );
}

/** Installs a package where we may; elsewhere does nothing. */
async function installFromDebian(name, purpose) {
  if (!mayInstall()) return;
  const start = performance.now();
  say(`Installing ${purpose} (apt-get install ${name}) …`);
  const options = { output: 'capture', env: { DEBIAN_FRONTEND: 'noninteractive' } };
  await run('apt-get', ['update'], options);
  const { code, text } = await run('apt-get', ['install', '-y', '--no-install-recommends', name], options);
  say(
    code === 0 ? `Installed in ${secondsSince(start)}.` : `${text}\napt-get failed with exit code ${code}.`,
  );
}

/** Keeps Debian's package, while `work` installs it, from creating and starting a server that nobody asked for. */
async function withoutMainCluster(work) {
  const settings = '/etc/postgresql-common/createcluster.d/quarterdeck.conf';
  if (!mayInstall()) return;
  mkdirSync(path.dirname(settings), { recursive: true });
  writeFileSync(settings, 'create_main_cluster = false\n');
  try {
    await work();
  } finally {
    rmSync(settings);
  }
}

function mayInstall() {
  return process.getuid?.() === 0 && Boolean(onPath('apt-get'));
}

function onPath(name) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.map((folder) => path.join(folder, name)).find(isExecutable);
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
