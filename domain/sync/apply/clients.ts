import type { CompanyRecord } from '../records.ts';
import type { SyncSettings } from '../settings.ts';

/** Types that mean a client in most systems: "Client", "Managed Services", "Customer - Gold". */
const CLIENT_TYPE = /client|customer|managed/i;

/** What decides who is a client: the settings, and whether the system uses types at all. */
export interface ClientRule {
  readonly settings: Pick<SyncSettings, 'clients'>;
  readonly typed: boolean;
  /** As its users call it. */
  readonly system: string;
}

/**
 * "Why is this company of the PSA no client of ours?" Because it is ourselves, inactive there, or of another type or status than the
 * admin has chosen; unless somebody chose, the types that sound like a client's count, and any status. Null: it is a client.
 */
export function whyNoClient(record: CompanyRecord, { settings, typed, system }: ClientRule): string | null {
  const { types, withoutStatuses } = settings.clients;
  if (record.internal) return 'it is ourselves';
  if (!record.active) return `it is inactive in ${system}`;
  const isClientType = (type: string) => (types.length === 0 ? CLIENT_TYPE.test(type) : types.includes(type));
  if ((types.length > 0 || typed) && !record.types.some(isClientType)) return typeInWords(record.types);
  if (record.status !== null && withoutStatuses.includes(record.status))
    return `its status is "${record.status}"`;
  return null;
}

function typeInWords(types: readonly string[]): string {
  if (types.length === 0) return 'it has no type';
  const named = types.map((type) => `"${type}"`).join(', ');
  return types.length === 1 ? `its type is ${named}` : `its types are ${named}`;
}
