import { Refusal } from './refusal.ts';

/**
 * Refuses a change (412) that was based on another state than the present one, which the refusal carries as
 * `details.current`. Without If-Match, or with `*`, any state will do.
 */
export function requireUnchanged(ifMatch: string | undefined, current: { readonly etag: string }): void {
  if (ifMatch === undefined) return;
  const wanted = ifMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (wanted.includes('*') || wanted.includes(current.etag)) return;
  throw new Refusal('precondition_failed', 'Somebody has changed this since you read it.', {
    details: { etag: current.etag, current },
  });
}
