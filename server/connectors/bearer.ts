import type { HttpAnswer } from './http.ts';
import { once } from './once.ts';

export interface Token {
  /** As the `authorization` header says it. */
  readonly authorization: string;
  /** For so long from now. */
  readonly seconds: number;
}

/** Requests with a token that is fetched when it is first needed. */
export interface Bearer {
  signIn(): Promise<void>;
  /** What `ask` is answered. One answer of 401, or of 200 that is no whole JSON, is asked for again, with a new token after a 401. */
  ask(ask: (authorization: string) => Promise<HttpAnswer>): Promise<HttpAnswer>;
}

/** Tokens are renewed this long before they end. */
const SPARE_SECONDS = 60;

export function openBearer(now: () => Date, fetchToken: () => Promise<Token>): Bearer {
  const fetchOne = () =>
    once(async () => {
      const { authorization, seconds } = await fetchToken();
      return { authorization, until: now().getTime() + (seconds - SPARE_SECONDS) * 1000 };
    });
  let token = fetchOne();
  const valid = async () => {
    const mine = token;
    if ((await mine()).until <= now().getTime() && token === mine) token = fetchOne();
    return (await token()).authorization;
  };
  return {
    signIn: async () => void (await valid()),
    ask: async (ask) => {
      const authorization = await valid();
      const answer = await ask(authorization);
      if (answer.status !== 401 && (answer.status !== 200 || isWhole(answer))) return answer;
      // Another call may have renewed it meanwhile.
      if (answer.status === 401 && (await token()).authorization === authorization) token = fetchOne();
      return ask(await valid());
    },
  };
}

/** False: it is no JSON, such as one that was cut off, or a page of a proxy. */
export function isWhole(answer: HttpAnswer): boolean {
  try {
    answer.json();
    return true;
  } catch {
    return false;
  }
}
