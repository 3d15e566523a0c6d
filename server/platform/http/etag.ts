import { createHash } from 'node:crypto';

/** The ETag of a state, given as what it consists of: the same for the same, another for any other. */
export function etagOf(state: readonly unknown[]): string {
  return `"${createHash('sha256').update(JSON.stringify(state)).digest('base64url').slice(0, 22)}"`;
}
