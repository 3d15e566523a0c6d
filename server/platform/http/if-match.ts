import { Refusal } from './refusal.ts';

/**
 * Refuses a change (412) that was based on another state than the present one, which the refusal carries as
 * `details.current`. Without If-Match, or with `*`, any state will do.
 */
export function requireUnchanged(ifMatch: string | undefined, current: { readonly etag: string }): void {
  if (isUnchanged(ifMatch, current.etag)) return;
  throw new Refusal('precondition_failed', 'Somebody has changed this since you read it.', {
    details: { etag: current.etag, current },
  });
}

/** Whether a change may be made to what has this ETag now. */
export function isUnchanged(ifMatch: string | undefined, etag: string): boolean {
  if (ifMatch === undefined) return true;
  const wanted = ifMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return wanted.includes('*') || wanted.includes(etag);
}
