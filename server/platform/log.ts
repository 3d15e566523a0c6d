import type { FastifyServerOptions } from 'fastify';

/** What the server has to say for itself: warnings and errors, one JSON object a line on stderr. */
export const logger = {
  level: 'warn',
  stream: process.stderr,
  base: null,
  timestamp: () => `,"time":"${new Date().toISOString()}"`,
} satisfies FastifyServerOptions['logger'];

/** An error as it is logged: never its other fields, which may hold a request's values. */
export function errorForLog(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: String(error) };
  const code = 'code' in error ? error.code : undefined;
  return { error: { name: error.name, message: error.message, code, stack: error.stack } };
}
