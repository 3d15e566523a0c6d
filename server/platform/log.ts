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
  const { name, message, stack, cause } = error;
  const code = 'code' in error ? error.code : undefined;
  return {
    error: { name, message, code, stack, ...(cause instanceof Error ? { cause: cause.message } : {}) },
  };
}
