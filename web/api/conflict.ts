import type { Named } from '../../contract/values.ts';
import { ApiError } from './call.ts';

/** What is stored instead of what a change was based on, and whose change that was. */
export interface Conflict<T> {
  readonly current: T;
  /** `by` null: the command line. */
  readonly changed: { readonly by: Named | null; readonly at: string } | null;
}

/** What the server says when somebody else was faster (412); null for every other error. */
export function conflictOf<T>(error: unknown): Conflict<T> | null {
  if (!(error instanceof ApiError) || error.code !== 'precondition_failed') return null;
  const { current, changed } = error.details as { current?: T; changed?: Conflict<T>['changed'] };
  return current === undefined ? null : { current, changed: changed ?? null };
}
