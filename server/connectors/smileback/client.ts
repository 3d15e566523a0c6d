import { z } from 'zod';
import { isWhole, openBearer, type Token } from '../bearer.ts';
import { type Access, ConnectorProblem } from '../connector.ts';
import type { HttpRequest } from '../http.ts';
import { text, whole } from '../lenient.ts';

export interface SmileBackClient {
  signIn(): Promise<void>;
  /** A page of reviews. Throws a ConnectorProblem for a refusal. */
  reviews(query: NonNullable<HttpRequest['query']>): Promise<unknown>;
}

const HOME = 'https://app.smileback.io';
const Granted = z.object({ access_token: text, token_type: text, expires_in: whole });

export function openSmileBack(access: Access): SmileBackClient {
  const base = (access.credentials.address || HOME).replace(/\/+$/, '');
  const bearer = openBearer(access.now, () => fetchToken(access, base));
  return {
    signIn: bearer.signIn,
    reviews: async (query) => {
      const answer = await bearer.ask((authorization) =>
        access.http({ url: `${base}/api/v3/reviews/`, headers: { authorization }, query }),
      );
      if (answer.status === 200) return answer.json();
      if (answer.status === 401 || answer.status === 403)
        throw new ConnectorProblem(
          'permission',
          `SmileBack does not let this account read reviews (HTTP ${answer.status}). It needs the privilege "Account Administrative".`,
        );
      throw new ConnectorProblem('answer', `SmileBack does not answer with reviews (HTTP ${answer.status}).`);
    },
  };
}

async function fetchToken({ http, credentials }: Access, base: string): Promise<Token> {
  const pair = Buffer.from(`${credentials.clientId}:${credentials.clientSecret}`).toString('base64');
  const answer = await http({
    method: 'POST',
    url: `${base}/api/token/`,
    headers: { authorization: `Basic ${pair}` },
    form: {
      grant_type: 'password',
      scope: 'read read_recent',
      username: credentials.username ?? '',
      password: credentials.password ?? '',
    },
  });
  if ([400, 401, 403].includes(answer.status))
    throw new ConnectorProblem(
      'credentials',
      `SmileBack refuses to sign in (HTTP ${answer.status}). Check the client ID and secret, and the e-mail address and password of the account.`,
    );
  const granted =
    answer.status === 200 && isWhole(answer) ? Granted.safeParse(answer.json()).data : undefined;
  if (!granted?.access_token)
    throw new ConnectorProblem('answer', `SmileBack gives no token (HTTP ${answer.status}).`);
  return {
    authorization: `${granted.token_type ?? 'Bearer'} ${granted.access_token}`,
    seconds: granted.expires_in ?? 3600,
  };
}
