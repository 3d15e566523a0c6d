import type { z } from 'zod';
import type { ErrorCode } from './errors.ts';

/** Under which every path of an endpoint stands. */
export const API_PREFIX = '/api/v1';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What the endpoint sends or takes when it is not JSON. */
export type MediaType =
  | 'application/json'
  | 'application/octet-stream'
  | 'application/x-ndjson'
  | 'application/zip'
  | 'multipart/form-data'
  | 'text/calendar'
  | 'text/csv';

/**
 * One endpoint of the HTTP API. `params`, `query` and `body` are what a request must look like, `response` what a good
 * answer looks like; `errors` are the refusals beyond those that every endpoint shares.
 */
export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> {
  /** Unique name in camel case: OpenAPI's operationId. */
  readonly id: string;
  readonly method: Method;
  /** Default API_PREFIX. */
  readonly prefix?: string;
  /** Below the prefix, parameters as `:name`. */
  readonly path: string;
  readonly slice: string;
  readonly summary: string;
  readonly description?: string;
  /** Anyone may call it, without signing in. */
  readonly public?: true;
  /** Needs the session cookie: an API key has no session. */
  readonly cookieOnly?: true;
  /** Changes nothing of the workspace's, so that it also works for an admin who views as somebody else. */
  readonly whileViewing?: true;
  readonly params?: Params;
  readonly query?: Query;
  /** The domain reads and checks the query, as it depends on what the viewer knows; the schema documents it. */
  readonly rulesReadQuery?: true;
  readonly body?: Body;
  readonly bodyType?: MediaType;
  /** Up to 4 MiB rather than 256 KiB: thousands of ids, or whole files. */
  readonly longBody?: true;
  /** Default 200. */
  readonly status?: 200 | 201 | 204;
  readonly response: Response;
  readonly responseType?: MediaType;
  /** Too large to be checked against its schema on the way out. */
  readonly large?: true;
  readonly errors?: readonly ErrorCode[];
  readonly examples: {
    readonly params?: z.input<Params>;
    readonly query?: z.input<Query>;
    readonly body?: z.input<Body>;
    readonly response?: z.output<Response>;
  };
}

/** Types an endpoint's parts from its schemas. */
export function endpoint<
  Response extends z.ZodType,
  Params extends z.ZodType = z.ZodNever,
  Query extends z.ZodType = z.ZodNever,
  Body extends z.ZodType = z.ZodNever,
>(definition: Endpoint<Params, Query, Body, Response>): Endpoint<Params, Query, Body, Response> {
  return definition;
}

/** What an endpoint answers. */
export type ResponseOf<E> = E extends { readonly response: infer R extends z.ZodType } ? z.output<R> : never;

/** The body to send. */
export type BodyOf<E> = E extends Endpoint<z.ZodType, z.ZodType, infer B, z.ZodType> ? z.input<B> : never;

/** The query to send; a list is sent by repeating its name. */
export type QueryOf<E> = E extends Endpoint<z.ZodType, infer Q, z.ZodType, z.ZodType> ? z.input<Q> : never;
