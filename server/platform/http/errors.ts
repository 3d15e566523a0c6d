import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { ERROR_STATUS, type ErrorBody } from '../../../contract/errors.ts';
import { errorForLog } from '../log.ts';
import { databaseIsAway } from './database-away.ts';
import { Refusal } from './refusal.ts';

/** The one place where what went wrong becomes an answer. What nobody foresaw is for the log; the client is told nothing. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refusal = logged(error, request);
  if (refusal.retryAfter !== undefined) void reply.header('retry-after', refusal.retryAfter);
  return reply
    .code(ERROR_STATUS[refusal.code])
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(errorBody(refusal)));
}

/** The same words for an answer whose status has been sent already. */
export function describeError(error: unknown, request: FastifyRequest): ErrorBody {
  return errorBody(logged(error, request));
}

function logged(error: unknown, request: FastifyRequest): Refusal {
  const refusal = refusalFor(error);
  if (error !== refusal && (refusal.code === 'internal' || refusal.code === 'unavailable'))
    request.log.error({ method: request.method, route: request.routeOptions.url, ...errorForLog(error) });
  return refusal;
}

function errorBody({ code, message, details }: Refusal): ErrorBody {
  return { error: { code, message, ...(details ? { details } : {}) } };
}

function refusalFor(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof Refusal) return cause;
  if (databaseIsAway(error))
    return new Refusal('unavailable', 'The database does not answer. Try again in a moment.', {
      retryAfter: 5,
    });
  if (namesWhatIsGone(error))
    return new Refusal(
      'conflict',
      'Something that this names was deleted meanwhile. Look again, then try again.',
    );
  return fromFastify(error) ?? new Refusal('internal', 'Something went wrong here. It has been logged.');
}

/** A foreign key that does not hold: whoever waited for a deletion to end finds the thing gone. */
function namesWhatIsGone(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === '23503';
}

/** What Fastify itself refuses before a handler runs. */
function fromFastify(error: unknown): Refusal | undefined {
  const { code, statusCode, message } = error as Partial<FastifyError>;
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
    return new Refusal('bad_request', 'Header "content-type" is wrong; expected application/json.');
  if (statusCode === 413) return new Refusal('payload_too_large', 'The body is too large.');
  if (statusCode === 429) return new Refusal('too_many_requests', 'Too many requests. Try again later.');
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return new Refusal('bad_request', message ?? 'The request cannot be read.');
  return undefined;
}
