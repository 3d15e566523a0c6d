import { RECORD_KINDS, type RecordFields, type RecordKind } from '../../../domain/sync/records.ts';
import type { Tenant } from '../tenant.ts';
import { billingCycle } from './render.ts';

type Arrives = { readonly [K in RecordKind]?: (fields: RecordFields[K]) => RecordFields[K] };

/**
 * Agreements have no number, additions no period but their agreement's, and what an opportunity brings is asked for while it is
 * open. A period goes by the id of its billing cycle.
 */
const ARRIVES: Arrives = {
  contracts: (fields) => ({
    ...fields,
    number: null,
    period: fields.period && { ...fields.period, code: String(billingCycle(fields.period.label)?.id) },
  }),
  contractLines: (fields) => ({ ...fields, period: null }),
  opportunities: (fields) => (fields.state === 'open' ? fields : { ...fields, oneTime: null, monthly: null }),
};

/** What has to arrive of a tenant: the truth, in so far as ConnectWise can say it. */
export function expectedRecords(tenant: Tenant): Readonly<Record<RecordKind, ReadonlyMap<string, object>>> {
  const of = <K extends RecordKind>(kind: K) => {
    const arrives = ARRIVES[kind] as ((fields: object) => object) | undefined;
    return new Map([...tenant[kind]].map(([id, { fields }]) => [id, arrives ? arrives(fields) : fields]));
  };
  return Object.fromEntries(RECORD_KINDS.map((kind) => [kind, of(kind)])) as Record<
    RecordKind,
    Map<string, object>
  >;
}
