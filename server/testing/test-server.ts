import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { sql } from 'kysely';
import { createPassword } from '../access/passwords.ts';
import { openSignIn } from '../access/sign-in.ts';
import { createApiKey } from '../api-keys/create-api-key.ts';
import { buildApp } from '../app.ts';
import type { Connector } from '../connectors/connector.ts';
import { CONNECTORS } from '../connectors/connectors.ts';
import type { ServerContext } from '../context.ts';
import type { Database } from '../platform/database/database.ts';
import { asOwner } from '../platform/database/transaction.ts';
import { dataFolderStore } from '../platform/files/data-folder.ts';
import type { Mail } from '../platform/mail.ts';
import { deriveKey } from '../platform/secret.ts';
import { openPortfolios } from '../portfolio/portfolios.ts';

export const PASSWORD = 'correct horse battery';

/** The app on a test's database, asked without a network. */
export interface TestServer {
  readonly app: FastifyInstance;
  readonly context: ServerContext;
  /** What the server logged, line by line. */
  readonly log: readonly string[];
  /** A client without cookie or key. */
  readonly anonymous: Client;
  /** Signs in with PASSWORD and keeps the cookie. */
  signIn(email: string): Promise<Client>;
  withKey(key: string): Client;
  close(): Promise<void>;
}

/** Sends requests as a browser on the same site does; paths below /api/v1 are given without it. */
export interface Client {
  readonly headers: Readonly<Record<string, string>>;
  send(request: InjectOptions): Promise<LightMyRequestResponse>;
  get(path: string): Promise<LightMyRequestResponse>;
  post(path: string, body?: object, headers?: Record<string, string>): Promise<LightMyRequestResponse>;
  patch(path: string, body: object, headers?: Record<string, string>): Promise<LightMyRequestResponse>;
  delete(path: string): Promise<LightMyRequestResponse>;
}

export interface TestServerOptions {
  readonly now?: () => Date;
  readonly url?: string | null;
  readonly mail?: Mail | null;
  readonly connectors?: readonly Connector[];
}

export async function openTestServer(
  database: Database,
  { now = () => new Date(), url = null, mail = null, connectors = CONNECTORS }: TestServerOptions = {},
): Promise<TestServer> {
  const secret = 'a secret for tests, 32 characters at least';
  const folder = mkdtempSync(path.join(os.tmpdir(), 'quarterdeck-files-'));
  const context: ServerContext = {
    database,
    portfolios: openPortfolios(database),
    signIn: openSignIn(database, secret, url),
    sealKey: deriveKey(secret, 'remembered answers'),
    surveyKey: deriveKey(secret, 'survey links'),
    surveyToolKey: deriveKey(secret, 'survey tools'),
    connectors,
    connectionKey: deriveKey(secret, 'connections'),
    url,
    mail,
    files: dataFolderStore(folder),
    version: '0.0.0-test',
    now,
  };
  const log: string[] = [];
  const logger = { level: 'warn', stream: { write: (line: string) => void log.push(line) } };
  const app = await buildApp(context, { webFolder: '/nowhere', logger });
  await app.ready();
  return {
    app,
    context,
    log,
    anonymous: client(app, {}),
    async signIn(email) {
      const answer = await client(app, {}).post('/api/auth/sign-in/email', { email, password: PASSWORD });
      if (answer.statusCode !== 200)
        throw new Error(`signing in was answered ${answer.statusCode}: ${answer.body}`);
      return client(app, { cookie: cookieOf(answer) });
    },
    withKey: (key) => client(app, { authorization: `Bearer ${key}` }),
    close: async () => {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The cookies that an answer sets, as a browser sends them back. */
export function cookieOf(answer: LightMyRequestResponse): string {
  return answer.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
}

function client(app: FastifyInstance, identity: Record<string, string>): Client {
  const headers = { ...identity, ...('cookie' in identity ? { origin: 'http://localhost:80' } : {}) };
  const send = (request: InjectOptions) =>
    app.inject({
      ...request,
      url: /^\/(api|hooks)\//.test(String(request.url)) ? request.url! : `/api/v1${request.url}`,
      headers: { ...headers, ...request.headers },
    });
  const write =
    (method: 'POST' | 'PATCH') =>
    (url: string, body?: object, more: Record<string, string> = {}) =>
      send({ method, url, headers: more, ...(body ? { payload: body } : {}) });
  return {
    headers,
    send,
    get: (url) => send({ method: 'GET', url }),
    post: write('POST'),
    patch: write('PATCH'),
    delete: (url) => send({ method: 'DELETE', url }),
  };
}

/** Lets a user sign in with PASSWORD. */
export async function givePassword(database: Database, workspace: string, user: string): Promise<void> {
  await asOwner(database, (tx) => createPassword(tx, { workspace, user }, PASSWORD));
}

export function giveKey(database: Database, workspace: string, user: string): Promise<string> {
  return asOwner(database, async (tx) => (await createApiKey(tx, { workspace, user }, 'test')).key);
}

/** Rows to be in the database, by table; every one gets the workspace. */
export type Rows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** Makes a workspace with these rows, table after table as they are given, and resolves to its id. */
export function addWorkspace(database: Database, name: string, rows: Rows = {}): Promise<string> {
  return asOwner(database, async (tx) => {
    const made = await sql<{
      id: string;
    }>`insert into workspaces (name) values (${name}) returning id`.execute(tx);
    const { id } = made.rows[0]!;
    for (const [table, list] of Object.entries(rows)) {
      for (const row of list) {
        const columns = Object.keys(row).map((column) => sql.ref(column));
        await sql`insert into ${sql.table(table)} (workspace_id, ${sql.join(columns)})
          values (${id}, ${sql.join(Object.values(row))})`.execute(tx);
      }
    }
    return id;
  });
}
