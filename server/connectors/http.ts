/** A request to a vendor's system. Its address is https, and public unless the connection allows others. */
export interface HttpRequest {
  readonly method?: 'GET' | 'POST';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** What is undefined is left out. */
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly json?: unknown;
  readonly form?: Readonly<Record<string, string>>;
}

/** An answer that came, whatever its status. */
export interface HttpAnswer {
  readonly status: number;
  header(name: string): string | null;
  readonly text: string;
  /** Throws a ConnectorProblem (`answer`) if it is not JSON, such as one that was cut off. */
  json(): unknown;
}

/**
 * Asks a vendor's system within its limits. Tries again after 429 and 5xx, no answer in time, and what the connector calls busy, as
 * long as `Retry-After` or doubling pauses ask; then it throws a ConnectorProblem. Other statuses are answers.
 */
export type Http = (request: HttpRequest) => Promise<HttpAnswer>;
