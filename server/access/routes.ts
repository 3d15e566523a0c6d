import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Endpoint } from '../../contract/endpoint.ts';
import { type Ability, abilityInWords, may } from '../../domain/access/abilities.ts';
import type { ServerContext } from '../context.ts';
import { urlOf } from '../platform/http/describe.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { requireSameOrigin } from '../platform/http/same-origin.ts';
import { type Identity, identityOf } from './identity.ts';
import { prolongSession } from './prolong-session.ts';
import { type Viewer, viewerOf } from './viewer.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set before a handler of a route that is not public runs. */
    identity: Identity | null;
  }
}

type Part<Schema extends z.ZodType> = Schema extends z.ZodNever ? undefined : z.output<Schema>;

/** A request whose parts have been checked against the endpoint's schemas. */
export interface Call<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  readonly params: Part<P>;
  readonly query: Part<Q>;
  readonly body: Part<B>;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** What a handler answers with; a large answer is given as JSON text, or sent by the handler itself. */
type Answer<R extends z.ZodType> =
  undefined extends z.output<R> ? Promise<void> : Promise<z.output<R> | FastifyReply>;

/** Adds an endpoint that anyone may call. `limit`: so many tries a minute from one address. */
export function publicRoute<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
>(
  app: FastifyInstance,
  context: ServerContext,
  endpoint: Endpoint<P, Q, B, R>,
  limit: number | null,
  handle: (call: Call<P, Q, B>) => Answer<R>,
): void {
  addRoute(app, endpoint, {
    onRequest: async (request) => requireSameOrigin(request, context.url),
    limit,
    handle: (request, reply) => handle(callOf<P, Q, B>(request, reply)),
  });
}

/** Adds an endpoint for signed-in users whose role has the ability. */
export function userRoute<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  app: FastifyInstance,
  context: ServerContext,
  endpoint: Endpoint<P, Q, B, R>,
  ability: Ability,
  handle: (call: Call<P, Q, B> & { readonly identity: Identity }) => Answer<R>,
): void {
  addRoute(app, endpoint, {
    onRequest: async (request, reply) => {
      request.identity = await authenticate(context, request, reply);
      requireOwnEyes(request.identity, endpoint);
      requireAbility(request.identity, ability);
    },
    limit: null,
    handle: (request, reply) => handle({ ...callOf<P, Q, B>(request, reply), identity: signedIn(request) }),
  });
}

/** As userRoute, for an endpoint about companies: the handler also gets the portfolio and what the user sees of it. */
export function viewerRoute<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
>(
  app: FastifyInstance,
  context: ServerContext,
  endpoint: Endpoint<P, Q, B, R>,
  ability: Ability,
  handle: (call: Call<P, Q, B> & { readonly identity: Identity; readonly viewer: Viewer }) => Answer<R>,
): void {
  const withViewer = async (call: Call<P, Q, B> & { readonly identity: Identity }): Promise<unknown> =>
    handle({ ...call, viewer: await viewerOf(context, call.identity) });
  userRoute(app, context, endpoint, ability, (call) => withViewer(call) as Answer<R>);
}

/** Refuses what the user's role does not allow. Which companies it is done to is the scope's to say. */
export function requireAbility({ user }: Identity, ability: Ability): void {
  if (!may(user.role, ability))
    throw new Refusal('forbidden', `The role "${user.role}" may not ${abilityInWords(ability)}.`);
}

/** Whoever views as somebody else looks, and changes nothing; the session is not the other's, either. */
function requireOwnEyes({ user, viewedBy }: Identity, { method, cookieOnly, whileViewing }: Endpoint): void {
  if (viewedBy === null || whileViewing || (method === 'GET' && !cookieOnly)) return;
  const why = method === 'GET' ? 'whose sessions are their own' : 'and can change nothing until you stop';
  throw new Refusal('forbidden', `You are viewing as ${user.name}, ${why}.`);
}

interface Route {
  readonly onRequest: (request: FastifyRequest, reply: FastifyReply) => Promise<void>;
  readonly limit: number | null;
  readonly handle: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;
}

function addRoute(app: FastifyInstance, endpoint: Endpoint, { onRequest, limit, handle }: Route): void {
  const { params, query, body, response, large, method, bodyType } = endpoint;
  const status = endpoint.status ?? 200;
  app.route({
    method,
    ...(endpoint.longBody ? { bodyLimit: 4 * 1024 * 1024 } : {}),
    url: urlOf(endpoint),
    config: {
      endpoint,
      ...(limit === null ? {} : { rateLimit: { max: limit, timeWindow: '1 minute' } }),
    },
    schema: {
      ...(params ? { params } : {}),
      ...(query && !endpoint.rulesReadQuery ? { querystring: query } : {}),
      ...(body && bodyType === undefined ? { body } : {}),
      ...(large || status === 204 ? {} : { response: { [status]: response } }),
    },
    onRequest,
    handler: async (request, reply) => {
      void reply.code(status).header('cache-control', 'no-store');
      if (large) void reply.type('application/json; charset=utf-8');
      const answer = await handle(request, reply);
      return status === 204 ? reply.send() : answer;
    },
  });
}

/** The parts have been replaced by what the schemas made of them. */
function callOf<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  request: FastifyRequest,
  reply: FastifyReply,
): Call<P, Q, B> {
  return {
    params: request.params as Part<P>,
    query: request.query as Part<Q>,
    body: request.body as Part<B>,
    request,
    reply,
  };
}

async function authenticate(
  context: ServerContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Identity> {
  if (request.headers.authorization === undefined) requireSameOrigin(request, context.url);
  const identity = await identityOf(context.database, context.signIn, request);
  if (!identity) throw new Refusal('unauthenticated', 'Sign in, or send a valid API key.');
  if (identity.session && request.routeOptions.config.endpoint?.cookieOnly !== true)
    await prolongSession(context, identity.session, request, reply);
  return identity;
}

function signedIn(request: FastifyRequest): Identity {
  if (!request.identity) throw new Error('the route has no user');
  return request.identity;
}
