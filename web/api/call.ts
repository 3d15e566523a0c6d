import type { z } from 'zod';
import { API_PREFIX, type Endpoint, type ResponseOf } from '../../contract/endpoint.ts';
import type { ErrorBody, ErrorCode, Issue } from '../../contract/errors.ts';

/** A refusal of the server (or that it could not be reached: `unavailable`), with its code and its words. */
export class ApiError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly issues: readonly Issue[] = [],
    /** What else the server said about it. */
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}

type Part<Name extends string, T> = [T] extends [never]
  ? unknown
  : Partial<T> extends T
    ? { readonly [K in Name]?: T }
    : { readonly [K in Name]: T };

/** What a call of an endpoint must be given: only the parts that the endpoint has. */
export type RequestOf<E> =
  E extends Endpoint<infer P, infer Q, infer B, z.ZodType>
    ? Part<'params', z.input<P>> &
        Part<'query', z.input<Q>> &
        Part<'body', z.input<B>> & {
          /** The ETag of the state that a change is based on: 412 if it is another by now. */
          readonly ifMatch?: string;
        }
    : never;

/** Calls a JSON endpoint of the contract. Throws ApiError for every refusal; passes an abort on as it is. */
export async function call<E extends Endpoint>(
  endpoint: E,
  request: RequestOf<E>,
  signal?: AbortSignal,
): Promise<ResponseOf<E>> {
  const { params, query, body, ifMatch } = request as Sent;
  const response = await reach(urlOf(endpoint, params, query), {
    method: endpoint.method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  });
  if (response.status === 204) return undefined as ResponseOf<E>;
  return (await response.json()) as ResponseOf<E>;
}

interface Sent {
  readonly params?: Values;
  readonly query?: Query;
  readonly body?: unknown;
  readonly ifMatch?: string;
}

type Address = Pick<Endpoint, 'path' | 'prefix'>;
type Values = Readonly<Record<string, unknown>>;
type Query = Readonly<Record<string, unknown>>;

/** The address of an endpoint: parameters filled in, lists repeated, what is undefined left out. */
export function urlOf(endpoint: Address, params: Values = {}, query: Query = {}): string {
  const filled = endpoint.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(params[name])),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined) search.append(name, String(one));
    }
  }
  const text = search.toString();
  return `${endpoint.prefix ?? API_PREFIX}${filled}${text ? `?${text}` : ''}`;
}

/** A request whose answer is good (2xx), or that nothing has changed (304); anything else is thrown as ApiError. */
export async function reach(url: string, init: RequestInit): Promise<Response> {
  const response = await fetch(url, init).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiError('unavailable', 'The server cannot be reached. Check the connection and try again.');
  });
  if (!response.ok && response.status !== 304) throw await refusal(response);
  return response;
}

async function refusal(response: Response): Promise<ApiError> {
  const body = (await response.json().catch(() => null)) as Partial<ErrorBody> | null;
  if (body?.error) {
    const { code, message, details } = body.error;
    return new ApiError(code, message, details?.issues ?? [], details ?? {});
  }
  return new ApiError(
    response.status === 401 ? 'unauthenticated' : response.status < 500 ? 'bad_request' : 'unavailable',
    `The server answered ${response.status}.`,
  );
}
