import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { random } from '../../server/demo/random.ts';
import { startAutotask } from './autotask/fake.ts';
import { startFakeConnectWise } from './connectwise/fake.ts';
import { startFakeHalo } from './halo/fake.ts';
import { generateTenant, putRecord, TENANT_SIZES, type Tenant } from './tenant.ts';

/** What each vendor's fake has in common here. */
interface Fake {
  readonly credentials: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

const FAKES: Readonly<Record<string, (tenant: Tenant) => Promise<Fake>>> = {
  connectwise: startFakeConnectWise,
  autotask: (tenant) => startAutotask({ tenant, now: new Date() }),
  halopsa: (tenant) => startFakeHalo({ tenant }),
};
const ADMIN = { name: 'Dana Reyes', email: 'dana@northwind.example', password: 'a long passphrase' };
/** So often something happens in the PSA, in milliseconds. */
const PACE = 20_000;

/**
 * A PSA of 150 companies on this machine, in which something happens every twenty seconds, and a server with a workspace of
 * its own that is connected to it. Both end, and are forgotten, with Ctrl+C.
 */
async function main(vendor: string): Promise<void> {
  const start = FAKES[vendor];
  if (!start) throw new Error(`There is no PSA "${vendor}"; there is: ${Object.keys(FAKES).join(', ')}.`);
  const tenant = generateTenant({
    size: TENANT_SIZES.M,
    now: new Date(),
    flatAmounts: vendor === 'connectwise',
  });
  const psa = await start(tenant);
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'quarterdeck-demo-psa-'));
  const { server, url } = await startServer(dataFolder);
  const life = setInterval(() => somethingHappens(tenant), PACE);
  const end = async () => {
    clearInterval(life);
    server.kill('SIGTERM');
    await psa.close();
    await rm(dataFolder, { recursive: true, force: true });
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end());
  const connection = await connect(url, vendor, psa);
  process.stdout.write(
    `A made-up PSA with ${tenant.companies.size} companies is connected; something happens in it every 20 seconds.\n` +
      `Sign in on ${url} as ${ADMIN.email} with "${ADMIN.password}",\n` +
      `then let it be read on ${url}/settings/connections/${connection}\n`,
  );
}

/** The built server, on the usual port unless QUARTERDECK_PORT says another one. */
async function startServer(dataFolder: string): Promise<{ server: ChildProcess; url: string }> {
  const { DATABASE_URL: _, ...env } = process.env;
  const server = spawn(process.execPath, ['dist/cli/quarterdeck.js', 'serve'], {
    env: { ...env, QUARTERDECK_DATA: dataFolder },
    stdio: ['ignore', 'pipe', 'inherit'],
    // Ctrl+C reaches this program, which ends the server
    detached: true,
  });
  const url = await new Promise<string>((resolve, reject) => {
    let output = '';
    server.stdout!.setEncoding('utf8').on('data', (part: string) => {
      output += part;
      const address = /ready on (http\S+)/.exec(output)?.[1];
      if (address) resolve(address);
    });
    server.on('close', (code) => reject(new Error(`The server ended (${code}) before it was ready.`)));
  });
  return { server, url };
}

async function connect(url: string, vendor: string, psa: Fake): Promise<string> {
  const setup = await send(url, '/setup', { ...ADMIN, workspaceName: 'Northwind IT' });
  const cookie = setup.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const body = { vendor, name: 'Our PSA', credentials: psa.credentials, allowPrivate: true };
  const made = await send(url, '/connections', body, cookie);
  return ((await made.json()) as { id: string }).id;
}

async function send(url: string, place: string, body: unknown, cookie = ''): Promise<Response> {
  const answer = await fetch(`${url}/api/v1${place}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url, cookie },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`POST ${place}: ${answer.status} ${await answer.text()}`);
  return answer;
}

/** A ticket is opened, and somebody buys a seat more. */
function somethingHappens(tenant: Tenant): void {
  const now = new Date();
  const r = random(now.getTime());
  const ticket = r.pick([...tenant.tickets.values()]);
  const id = String(tenant.tickets.size + 1);
  const fresh = { number: id, closed: false, closedAt: null, status: 'In progress' };
  putRecord(tenant, 'tickets', id, { ...ticket.fields, ...fresh, createdAt: now.toISOString() }, now);
  const line = r.pick([...tenant.contractLines.values()]);
  const quantity = String(Number(line.fields.quantity) + 1);
  putRecord(tenant, 'contractLines', line.id, { ...line.fields, quantity }, now);
  const contract = line.fields.contract === null ? undefined : tenant.contracts.get(line.fields.contract);
  if (contract) putRecord(tenant, 'contracts', contract.id, contract.fields, now);
}

await main(process.argv[2] ?? 'connectwise');
