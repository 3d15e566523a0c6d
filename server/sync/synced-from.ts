import type { SyncedFrom } from '../../contract/synced-from.ts';
import {
  type CompanyTold,
  ownedCompanyFields,
  ownedContactFields,
  ownedContractFields,
} from '../../domain/sync/owned-fields.ts';
import { Refusal } from '../platform/http/refusal.ts';

/** A row of the database's synced_from. */
export interface StoredSource extends Omit<SyncedFrom, 'owned'> {
  readonly fields: CompanyTold | null;
  readonly hasSites: boolean;
}

const OWNED = {
  companies: ({ fields, hasSites }: StoredSource) => ownedCompanyFields(fields, hasSites),
  contacts: ({ goneOn }: StoredSource) => ownedContactFields(goneOn),
  contracts: ({ goneOn }: StoredSource) => ownedContractFields(goneOn),
};

/** Where something comes from, with the fields that are said there. */
export function syncedFrom(kind: keyof typeof OWNED, stored: StoredSource | null): SyncedFrom | null {
  if (stored === null) return null;
  const { connection, record, syncedAt, goneOn } = stored;
  const at = syncedAt === null ? null : new Date(syncedAt).toISOString();
  return { connection, record, syncedAt: at, goneOn, owned: OWNED[kind](stored) };
}

/** Refuses (`forbidden`) a change of fields that a connected system says. */
export function requireOurs(from: SyncedFrom | null, fields: readonly string[]): void {
  const owned = fields.find((field) => from?.owned.includes(field));
  if (owned !== undefined)
    throw new Refusal('forbidden', `Field "${owned}" comes from ${from!.connection.name}; change it there.`);
}

/** Refuses (`forbidden`) to delete what a connected system still has: the next sync would bring it again. */
export function requireGone(from: SyncedFrom | null, name: string): void {
  if (from && from.goneOn === null)
    throw new Refusal('forbidden', `"${name}" comes from ${from.connection.name}; remove it there.`);
}
