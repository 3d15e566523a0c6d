import { z } from 'zod';

/** Every way in which the API can refuse, with its HTTP status. A closed list: clients may rely on it (docs/interfaces.md, "HTTP API"). */
export const ERROR_STATUS = {
  bad_request: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  precondition_failed: 412,
  payload_too_large: 413,
  unprocessable: 422,
  too_many_requests: 429,
  internal: 500,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

const codes = Object.keys(ERROR_STATUS) as [ErrorCode, ...ErrorCode[]];

/** One thing wrong with a request: where, under which name, what it was, and what it should have been. */
export const Issue = z.object({
  in: z.enum(['query', 'path', 'body', 'header']),
  name: z
    .string()
    .describe('The parameter, or the path of the field in the body; empty for the body as a whole'),
  value: z.unknown().optional(),
  expected: z.string(),
});
export type Issue = z.infer<typeof Issue>;

export const ErrorBody = z
  .object({
    error: z.object({
      code: z.enum(codes),
      message: z.string(),
      details: z
        .object({ issues: z.array(Issue).optional() })
        .loose()
        .optional(),
    }),
  })
  .meta({
    examples: [{ error: { code: 'not_found', message: 'There is no company "acme".' } }],
  });
export type ErrorBody = z.infer<typeof ErrorBody>;
