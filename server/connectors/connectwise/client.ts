import { z } from 'zod';
import { type Access, ConnectorProblem } from '../connector.ts';
import type { HttpAnswer, HttpRequest } from '../http.ts';
import { text } from '../lenient.ts';
import { addressesOf } from './address.ts';
import { codebaseOf } from './codebase.ts';

/** Asks an installation, signed in. */
export interface Client {
  /** Null: there is no such record. Throws a ConnectorProblem if the answer says anything but what was asked for. */
  get(path: string, query?: HttpRequest['query'], headers?: HttpRequest['headers']): Promise<Answer | null>;
}

export interface Answer {
  readonly json: unknown;
  /** The parameters of the address at which the next page is; null: the answer does not say. */
  readonly next: URLSearchParams | null;
  /** Whether the answer says how it goes on, or that it does not. */
  readonly saysNext: boolean;
}

/** Any of them would do; the number is the one that our shapes were read from. */
const ACCEPT = 'application/vnd.connectwise.com+json; version=2025.1, application/json';
const TRIES_OF_BROKEN_JSON = 3;

export function openClient({ credentials, http, remembered, remember }: Access): Client {
  const { login, api } = addressesOf(credentials.site ?? '');
  const companyId = required(credentials, 'companyId', 'Company id');
  const user = `${companyId}+${required(credentials, 'publicKey', 'Public key')}`;
  const key = required(credentials, 'privateKey', 'Private key');
  const signedIn = {
    accept: ACCEPT,
    authorization: `Basic ${Buffer.from(`${user}:${key}`).toString('base64')}`,
    clientId: required(credentials, 'clientId', 'Client id'),
  };
  let codebase: Promise<string> | null = remembered.codebase ? Promise.resolve(remembered.codebase) : null;
  let lookedUp: Promise<string> | null = null;

  /** Once a session: what was found cannot change while it lasts. */
  const lookUp = () => {
    lookedUp ??= codebaseOf(http, login, companyId).then((found) => {
      remember({ codebase: found });
      return found;
    });
    codebase = lookedUp;
    return lookedUp;
  };
  const ask = async (
    path: string,
    base: string,
    { query, headers }: Pick<HttpRequest, 'query' | 'headers'>,
  ) =>
    http({
      url: `${api}/${base}apis/3.0${path}`,
      headers: { ...signedIn, ...headers },
      ...(query && { query }),
    });

  const find = async (path: string, request: Pick<HttpRequest, 'query' | 'headers'>) => {
    const base = await (codebase ?? lookUp());
    const answer = await ask(path, base, request);
    // An update may have moved everything.
    if (answer.status !== 404 || (await lookUp()) === base) return answer;
    return ask(path, await lookUp(), request);
  };

  return {
    async get(path, query = {}, headers = {}) {
      for (let tries = 1; ; tries++) {
        const answer = await find(path, { query, headers });
        if (answer.status === 404) return null;
        refuse(answer, path);
        try {
          return { json: answer.json(), ...nextOf(answer) };
        } catch (error) {
          if (tries === TRIES_OF_BROKEN_JSON) throw error;
        }
      }
    },
  };
}

function required(credentials: Access['credentials'], name: string, label: string): string {
  const typed = credentials[name]?.trim();
  if (typed) return typed;
  throw new ConnectorProblem('credentials', `${label}: nothing is typed.`);
}

function refuse(answer: HttpAnswer, path: string): void {
  if (answer.status >= 200 && answer.status < 300) return;
  const said = saidIn(answer);
  if (answer.status === 401)
    throw new ConnectorProblem('credentials', `ConnectWise does not accept the keys${said}.`);
  if (answer.status === 403)
    throw new ConnectorProblem(
      'permission',
      `ConnectWise does not let ${path} be read${said}. The API member's security role needs "inquire" on it; a wrong client id is answered like this as well.`,
    );
  throw new ConnectorProblem('answer', `ConnectWise answers ${answer.status} to ${path}${said}.`);
}

const errorShape = z.object({ message: text });

/** In brackets what the answer says, if it is short. */
function saidIn(answer: HttpAnswer): string {
  try {
    const message = errorShape.safeParse(answer.json()).data?.message;
    return message ? ` (“${message.slice(0, 200)}”)` : '';
  } catch {
    return '';
  }
}

/** From `Link: <https://…?page=2>; rel="next", <…>; rel="last"`. */
function nextOf(answer: HttpAnswer): Pick<Answer, 'next' | 'saysNext'> {
  const link = answer.header('link');
  const next = /<([^>]*)>\s*;\s*rel="?next"?/i.exec(link ?? '')?.[1];
  if (next === undefined || !URL.canParse(next)) return { next: null, saysNext: link !== null };
  return { next: new URL(next).searchParams, saysNext: true };
}
