import type { SyncedFrom } from '../../contract/synced-from.ts';
import { formatDay, formatMoment } from '../ui/days.ts';

/** Whether a connected system says this field, so that it is changed there. */
export const isOwnedThere = (from: SyncedFrom | null | undefined, field: string): boolean =>
  from?.owned.includes(field) ?? false;

/** What an input of such a field is given besides; nothing for a field of ours. */
export const readOnlyIfSynced = (from: SyncedFrom | null | undefined, field: string) =>
  isOwnedThere(from, field)
    ? { readOnly: true, required: false, description: `From ${from!.connection.name}; change it there` }
    : {};

/** "ConnectWise PSA, record 250, synced Nov 22, 2026, 9:15 AM", or since when it is not there any more. */
export function syncedInWords({ connection, record, syncedAt, goneOn }: SyncedFrom): string {
  const place = `${connection.name}, record ${record}`;
  if (goneOn !== null) return `${place}: not there any more, or no client, since ${formatDay(goneOn)}`;
  return syncedAt === null ? place : `${place}, synced ${formatMoment(syncedAt)}`;
}
