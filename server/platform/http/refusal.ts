import type { ErrorCode, Issue } from '../../../contract/errors.ts';

/** A request that cannot be granted, with what the client is told. Thrown anywhere, answered in one place. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>> | undefined;
  /** Seconds, for the header Retry-After. */
  readonly retryAfter: number | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    more: { details?: Readonly<Record<string, unknown>>; retryAfter?: number } = {},
  ) {
    super(message);
    this.code = code;
    this.details = more.details;
    this.retryAfter = more.retryAfter;
  }
}

/** A request with something wrong in it: the first issue makes the message, all of them the details. */
export function badRequest(issues: readonly Issue[]): Refusal {
  return new Refusal('bad_request', issueInWords(issues[0]!), { details: { issues } });
}

/** What is not there, or is not there for this viewer: the same words for both. */
export function notFound(what: string, id: string): Refusal {
  return new Refusal('not_found', `There is no ${what} "${id}".`);
}

const places = { query: 'Query parameter', path: 'Path parameter', body: 'Field', header: 'Header' } as const;

function issueInWords(issue: Issue): string {
  const subject = issue.name ? `${places[issue.in]} "${issue.name}"` : 'The body';
  const value = issue.value === undefined ? 'is wrong' : `is ${JSON.stringify(issue.value)}`;
  return `${subject} ${value}; expected ${issue.expected}.`;
}
