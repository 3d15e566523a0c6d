import { lookup as lookupInDns } from 'node:dns';
import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { addressKind } from './addresses.ts';
import { ConnectorProblem } from './connector.ts';
import type { HttpAnswer } from './http.ts';

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const MOST_REDIRECTS = 3;

export interface Outgoing {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

export interface Guard {
  /** Addresses of a network of one's own as well, and http to them. */
  readonly allowPrivate: boolean;
  /** Bytes of an answer, unpacked. */
  readonly mostBytes: number;
  /** Finds the addresses of a name; for tests. */
  readonly lookup?: LookupFunction;
}

/** Asks once, following redirects within the host. The connection goes to an address that was checked, as it was resolved. */
export type OneTry = (outgoing: Outgoing, signal: AbortSignal) => Promise<HttpAnswer>;

export function oneTry(guard: Guard): OneTry {
  const settings = { keepAlive: true, timeout: 30_000 };
  const plain = new HttpAgent({ ...settings, lookup: checkedLookup(guard, false) });
  const secure = new HttpsAgent({ ...settings, lookup: checkedLookup(guard, true) });

  const send = ({ method, url, headers, body }: Outgoing, signal: AbortSignal) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      const isSecure = url.protocol === 'https:';
      const host = url.hostname.replace(/^\[|\]$/g, '');
      if (isIP(host) !== 0) requireAllowed(guard, host, host, isSecure);
      const length = body === null ? {} : { 'content-length': String(Buffer.byteLength(body)) };
      const options = { method, signal, headers: { 'accept-encoding': 'gzip', ...headers, ...length } };
      const sent = isSecure
        ? requestHttps(url, { ...options, agent: secure }, resolve)
        : requestHttp(url, { ...options, agent: plain }, resolve);
      sent.on('error', reject);
      sent.end(body ?? undefined);
    });

  return async function ask(outgoing, signal) {
    let current = outgoing;
    for (let redirects = 0; ; redirects += 1) {
      requireAddress(current.url, guard.allowPrivate);
      const came = await send(current, signal);
      const location = REDIRECTS.has(came.statusCode!) ? came.headers.location : undefined;
      if (location === undefined) return readAnswer(came, current.url, guard.mostBytes);
      came.destroy();
      if (redirects === MOST_REDIRECTS)
        throw new ConnectorProblem('answer', `${current.url.host} redirects again and again.`);
      current = redirected(current, location, came.statusCode!);
    }
  };
}

/** Refuses what no connection may have. Says no more of an address than its host: the rest may hold secrets. */
function requireAddress(url: URL, allowPrivate: boolean): void {
  if (url.username !== '' || url.password !== '')
    throw new ConnectorProblem('address', `An address of ${url.host} holds a user name or a password.`);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && allowPrivate))
    throw new ConnectorProblem(
      'address',
      `The address of ${url.host} begins with ${url.protocol}//; https:// is needed.`,
    );
}

function requireAllowed({ allowPrivate }: Guard, host: string, address: string, secure: boolean): void {
  const kind = addressKind(address);
  const where = host === address ? host : `${host} (${address})`;
  if (kind === 'never') throw new ConnectorProblem('address', `${where} is no address of a vendor's system.`);
  if (kind === 'private' && !allowPrivate)
    throw new ConnectorProblem(
      'address',
      `${where} is an address of a private network, which this connection does not allow.`,
    );
  if (kind === 'public' && !secure)
    throw new ConnectorProblem('address', `${where} is a public address; it has to begin with https://.`);
}

/** Resolves a name, and gives what it stands for only if all of it may be called: nobody looks it up a second time. */
function checkedLookup(guard: Guard, secure: boolean): LookupFunction {
  const lookup = guard.lookup ?? lookupInDns;
  return (host, options, callback) =>
    lookup(host, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, []);
      const addresses = typeof found === 'string' ? [{ address: found, family: isIP(found) }] : found;
      try {
        for (const { address } of addresses) requireAllowed(guard, host, address, secure);
      } catch (refused) {
        return callback(refused as ConnectorProblem, []);
      }
      const [first] = addresses;
      return options.all ? callback(null, addresses) : callback(null, first!.address, first!.family);
    });
}

/** The next request of a redirect. Refuses to leave the host, as the credentials are meant for it alone. */
function redirected(outgoing: Outgoing, location: string, status: number): Outgoing {
  const { url } = outgoing;
  if (!URL.canParse(location, url))
    throw new ConnectorProblem('answer', `${url.host} redirects to what is no address.`);
  const next = new URL(location, url);
  if (next.origin !== url.origin)
    throw new ConnectorProblem(
      'address',
      `${url.origin} redirects to ${next.origin}. Redirects to elsewhere are not followed: if that is right, enter that address.`,
    );
  if (status === 307 || status === 308 || outgoing.method === 'GET') return { ...outgoing, url: next };
  const { 'content-type': _type, ...headers } = outgoing.headers;
  return { method: 'GET', url: next, headers, body: null };
}

async function readAnswer(came: IncomingMessage, url: URL, mostBytes: number): Promise<HttpAnswer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of unpacked(came, url) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > mostBytes) {
      came.destroy();
      throw new ConnectorProblem('answer', `${url.host} answers with more than ${mostBytes} bytes.`);
    }
    chunks.push(chunk);
  }
  const text = new TextDecoder().decode(Buffer.concat(chunks));
  return {
    status: came.statusCode!,
    header: (name) => {
      const value = came.headers[name.toLowerCase()];
      return value === undefined ? null : [value].flat().join(', ');
    },
    text,
    json() {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        throw new ConnectorProblem('answer', `${url.host}${url.pathname} answers with what is no JSON.`);
      }
    },
  };
}

function unpacked(came: IncomingMessage, url: URL): Readable {
  const encoding = came.headers['content-encoding'] ?? 'identity';
  if (encoding === 'identity') return came;
  if (!/^(x-)?gzip$/i.test(encoding))
    throw new ConnectorProblem('answer', `${url.host} answers in ${encoding}, which was not asked for.`);
  const gunzip = createGunzip();
  came.on('error', (error) => gunzip.destroy(error));
  return came.pipe(gunzip);
}
