import { z } from 'zod';
import { isWhole, openBearer, type Token } from '../bearer.ts';
import type { Access } from '../connector.ts';
import { ConnectorProblem } from '../connector.ts';
import type { HttpAnswer, HttpRequest } from '../http.ts';
import { reference, text, whole } from '../lenient.ts';

/** Asks one HaloPSA, signed in. */
export interface HaloClient {
  signIn(): Promise<void>;
  /** What `/api/<path>` answers. Throws a ConnectorProblem for a refusal. */
  get(path: string, query?: NonNullable<HttpRequest['query']>): Promise<unknown>;
}

const Discovery = z.object({ auth_url: text, tenant_id: text });
const Granted = z.object({ access_token: text, expires_in: whole });
const Refusal = z.object({
  error: text,
  error_description: text,
  message: text,
  Message: text,
  id: reference,
});

export function openHalo(access: Access): HaloClient {
  const base = baseOf(access.credentials.address ?? '');
  const bearer = openBearer(access.now, () => fetchToken(access, base));
  return {
    signIn: bearer.signIn,
    get: async (path, query) => {
      const answer = await bearer.ask((authorization) =>
        access.http({
          url: `${base}/api/${path}`,
          headers: { authorization, accept: 'application/json' },
          ...(query && { query }),
        }),
      );
      if (answer.status === 200) return answer.json();
      throw refused(path, answer);
    },
  };
}

/** The root of a HaloPSA, however it was typed: "acme.halopsa.com", "https://acme.halopsa.com/api/". */
function baseOf(address: string): string {
  const typed = address
    .trim()
    .replace(/\/+$/, '')
    .replace(/\/api$/i, '');
  const base = /^https?:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (typed === '' || !URL.canParse(base) || /[?#@\s]/.test(base))
    throw new ConnectorProblem(
      'address',
      `"${address}" is not the address of a HaloPSA such as https://acme.halopsa.com.`,
    );
  return base;
}

async function fetchToken(access: Access, base: string): Promise<Token> {
  const { authUrl, tenant } = await discover(access, base);
  const answer = await access.http({
    method: 'POST',
    url: /\/token$/i.test(authUrl) ? authUrl : `${authUrl}/token`,
    headers: { accept: 'application/json' },
    query: { tenant: tenant || undefined },
    form: {
      grant_type: 'client_credentials',
      client_id: access.credentials.clientId ?? '',
      client_secret: access.credentials.clientSecret ?? '',
      scope: 'all',
    },
  });
  if (answer.status === 400 || answer.status === 401 || answer.status === 403)
    throw new ConnectorProblem(
      'credentials',
      `HaloPSA refuses the client ID and secret (${reasonOf(answer)}). Check both, and that the application is allowed to sign in with "Client ID and Secret (Services)".`,
    );
  const granted =
    answer.status === 200 && isWhole(answer) ? Granted.safeParse(answer.json()).data : undefined;
  if (!granted?.access_token)
    throw new ConnectorProblem(
      'answer',
      `HaloPSA at ${base} gives no token (HTTP ${answer.status}: ${reasonOf(answer)}). Check the address and the tenant.`,
    );
  return { authorization: `Bearer ${granted.access_token}`, seconds: granted.expires_in ?? 3600 };
}

/** Where to sign in, and as which tenant: HaloPSA tells whoever asks. */
async function discover(access: Access, base: string): Promise<{ authUrl: string; tenant: string }> {
  const { remembered, credentials } = access;
  if (remembered.base === base && remembered.authUrl !== undefined)
    return { authUrl: remembered.authUrl, tenant: credentials.tenant || remembered.tenant || '' };
  const answer = await access.http({ url: `${base}/api/AuthInfo`, headers: { accept: 'application/json' } });
  const found =
    answer.status === 200 && isWhole(answer) ? Discovery.safeParse(answer.json()).data : undefined;
  const told = found?.auth_url;
  const authUrl = told && URL.canParse(told) ? told.replace(/\/+$/, '') : `${base}/auth`;
  const tenant = found?.tenant_id ?? '';
  access.remember({ base, authUrl, tenant });
  return { authUrl, tenant: credentials.tenant || tenant };
}

function refused(path: string, answer: HttpAnswer): ConnectorProblem {
  const what = `/api/${path} (HTTP ${answer.status}: ${reasonOf(answer)})`;
  if (answer.status === 401)
    return new ConnectorProblem('credentials', `HaloPSA does not accept the token it gave: ${what}.`);
  if (answer.status === 403)
    return new ConnectorProblem(
      'permission',
      `HaloPSA does not let the application read ${what}. Both the application's permissions and those of the agent it signs in as count.`,
    );
  return new ConnectorProblem('answer', `HaloPSA does not answer ${what}.`);
}

/** What the answer says of itself, short; pages of HTML say nothing. */
function reasonOf(answer: HttpAnswer): string {
  const said = isWhole(answer) ? Refusal.safeParse(answer.json()).data : undefined;
  const words = said?.error_description ?? said?.error ?? said?.message ?? said?.Message;
  return words?.slice(0, 200) ?? 'no reason given';
}
