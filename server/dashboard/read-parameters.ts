import type { FastifyRequest } from 'fastify';
import type { Parameters, Read } from '../../domain/dashboard/read-query.ts';
import { Refusal } from '../platform/http/refusal.ts';

/** The query string's names and values, in their order. */
export function parametersOf(request: FastifyRequest): Parameters {
  const at = request.url.indexOf('?');
  return new URLSearchParams(at < 0 ? '' : request.url.slice(at + 1));
}

/** What was read, or a 400 that names every problem. */
export function requireRead<T>(read: Read<T>): T {
  if ('value' in read) return read.value;
  const issues = read.problems.slice(0, 50).map(({ parameter, message }) => ({
    in: 'query' as const,
    name: parameter,
    expected: message,
  }));
  throw new Refusal('bad_request', read.problems[0]!.message, { details: { issues } });
}
