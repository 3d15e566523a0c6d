import type { LookupFunction } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { pauseBefore } from './ask-again.ts';
import { type CallLimits, ConnectorProblem } from './connector.ts';
import type { Http, HttpAnswer, HttpRequest } from './http.ts';
import { type Outgoing, oneTry } from './one-try.ts';
import { type Clock, type Throttle, throttle } from './throttle.ts';

export interface HttpOptions {
  readonly limits: CallLimits;
  /** On-premises systems: addresses of private networks as well, and http to them. */
  readonly allowPrivate: boolean;
  /** Ends all calls and waits; they throw its reason. */
  readonly signal?: AbortSignal;
  /** Is told of each try. */
  readonly onCall?: () => void;
  /** One try takes no longer; milliseconds. */
  readonly timeout?: number;
  /** Bytes of an answer, unpacked. */
  readonly mostBytes?: number;
  readonly clock?: Clock;
  readonly random?: () => number;
  readonly lookup?: LookupFunction;
}

/** The one way to a vendor's system: guards addresses, keeps the limits, tries again. For one session. */
export function openHttp({
  limits,
  allowPrivate,
  signal,
  onCall = () => {},
  timeout = 30_000,
  mostBytes = 64 * 1024 * 1024,
  clock = CLOCK,
  random = Math.random,
  lookup,
}: HttpOptions): Http {
  const gate = throttle(limits, clock, signal);
  const ask = oneTry({ allowPrivate, mostBytes, ...(lookup && { lookup }) });

  const tryOnce = async (outgoing: Outgoing): Promise<HttpAnswer | Error> => {
    await gate.start();
    onCall();
    const late = AbortSignal.timeout(timeout);
    try {
      return await ask(outgoing, signal ? AbortSignal.any([signal, late]) : late);
    } catch (error) {
      signal?.throwIfAborted();
      if (late.aborted) return new Error(`no answer in ${timeout / 1000} seconds`);
      return worthAnotherTry(error, outgoing.url);
    }
  };

  return async (request) => {
    const outgoing = toOutgoing(request);
    return gate.run(() => insist(outgoing, () => tryOnce(outgoing), { limits, gate, clock, random }));
  };
}

const CLOCK: Clock = {
  now: Date.now,
  wait: async (ms, signal) => {
    await sleep(ms, undefined, { signal }).catch((error) => {
      signal?.throwIfAborted();
      throw error;
    });
  },
};

/** Tries until there is an answer that stands, or no more patience. */
async function insist(
  { url }: Outgoing,
  tryOnce: () => Promise<HttpAnswer | Error>,
  {
    limits,
    gate,
    clock,
    random,
  }: Pick<HttpOptions, 'limits'> & {
    readonly gate: Throttle;
    readonly clock: Clock;
    readonly random: () => number;
  },
): Promise<HttpAnswer> {
  const times = { busy: 0, failed: 0 };
  for (let waited = 0; ; ) {
    const result = await tryOnce();
    const outcome = outcomeOf(result, limits);
    if (outcome === null) return result as HttpAnswer;
    times[outcome] += 1;
    const retryAfter = result instanceof Error ? null : result.header('retry-after');
    const tried = { outcome, retryAfter, times: times[outcome], waited };
    const pause = pauseBefore(tried, clock.now(), random());
    if (pause === null) throw gaveUp(url, outcome, result, times.busy + times.failed);
    waited += pause;
    // A busy system is left alone by all calls, a failed one by this call.
    if (outcome === 'busy') gate.pauseUntil(clock.now() + pause);
    else await gate.rest(pause);
  }
}

/** Null: the answer stands. */
function outcomeOf(result: HttpAnswer | Error, { isBusy, isFinal }: CallLimits): 'busy' | 'failed' | null {
  if (result instanceof Error) return 'failed';
  if (result.status === 429 || result.status === 503 || isBusy?.(result)) return 'busy';
  return result.status >= 500 && !isFinal?.(result) ? 'failed' : null;
}

function gaveUp(
  url: URL,
  outcome: 'busy' | 'failed',
  result: HttpAnswer | Error,
  tries: number,
): ConnectorProblem {
  const said = result instanceof Error ? result.message : `answers with ${result.status}`;
  return outcome === 'busy'
    ? new ConnectorProblem('busy', `${url.host} asks to be left alone (${said}). Try again later.`)
    : new ConnectorProblem('unreachable', `${url.host}: ${said}, after ${tries} tries.`);
}

/** Faults of the network that may pass; throws, in words, what stays as it is. */
function worthAnotherTry(error: unknown, { host }: URL): Error {
  if (error instanceof ConnectorProblem) throw error;
  const code = String((error as NodeJS.ErrnoException).code ?? '');
  if (code === 'ERR_INVALID_CHAR')
    throw new ConnectorProblem('credentials', 'The credentials hold a character that cannot be sent.');
  if (code === 'ENOTFOUND') throw new ConnectorProblem('address', `There is no host called ${host}.`);
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME/.test(code))
    throw new ConnectorProblem('unreachable', `The certificate of ${host} is not valid here (${code}).`);
  // Messages of Node may quote what was sent; its codes do not.
  return new Error(code === '' ? 'the connection broke' : `the connection broke (${code})`);
}

function toOutgoing({
  method = 'GET',
  url: address,
  headers,
  query = {},
  json,
  form,
}: HttpRequest): Outgoing {
  if (!URL.canParse(address)) throw new ConnectorProblem('address', 'What was entered is not an address.');
  const url = new URL(address);
  for (const [name, value] of Object.entries(query))
    if (value !== undefined) url.searchParams.append(name, String(value));
  const body = json !== undefined ? JSON.stringify(json) : form ? new URLSearchParams(form).toString() : null;
  const type = json !== undefined ? 'application/json' : 'application/x-www-form-urlencoded';
  return {
    method,
    url,
    headers: {
      accept: 'application/json',
      'user-agent': 'Quarterdeck',
      ...(body !== null && { 'content-type': type }),
      ...Object.fromEntries(
        Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
      ),
    },
    body,
  };
}
