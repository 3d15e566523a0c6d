import type { Tx } from '../platform/database/transaction.ts';
import { isUnchanged } from '../platform/http/if-match.ts';
import { type Changed, changedMeanwhile, lastChange } from './last-change.ts';
import type { Viewer } from './viewer.ts';

/** Refuses a change (412) that was based on another state than the present one, which the refusal carries; it also says who changed it, and when. */
export async function requireUnchangedBy(
  tx: Tx,
  { loaded }: Pick<Viewer, 'loaded'>,
  ifMatch: string | undefined,
  current: { readonly etag: string },
  changed: Changed,
): Promise<void> {
  if (isUnchanged(ifMatch, current.etag)) return;
  throw changedMeanwhile(current, await lastChange(tx, loaded.grants, changed));
}
