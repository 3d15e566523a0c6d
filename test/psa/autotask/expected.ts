import type { RecordFields, RecordKind } from '../../../domain/sync/records.ts';
import type { Tenant } from '../tenant.ts';

/** Of each kind the fields that Autotask has, as they are in truth; what it has no place for is left out. */
type Expected = { readonly [K in RecordKind]: ReadonlyMap<string, Partial<RecordFields[K]>> };

/** What of a tenant arrives by Autotask: ids as they are there, and only what can be told there. */
export function expectedRecords(
  tenant: Tenant,
): Pick<
  Expected,
  'companies' | 'sites' | 'contacts' | 'contracts' | 'tickets' | 'timeEntries' | 'opportunities' | 'surveys'
> {
  const company = (id: string | null) =>
    id !== null && tenant.companies.get(id)?.fields.internal ? '0' : id;
  const each = <K extends RecordKind, F>(kind: K, change: (fields: RecordFields[K]) => F) =>
    new Map([...tenant[kind]].map(([id, { fields }]) => [id, change(fields as RecordFields[K])] as const));
  return {
    companies: new Map(
      [...tenant.companies].map(([id, { fields }]) => [
        company(id)!,
        {
          ...fields,
          parent: company(fields.parent),
          employees: null,
          acquiredOn: null,
          annualRevenue: null,
          yearEstablished: null,
        },
      ]),
    ),
    sites: each('sites', (fields) => ({ ...fields, company: company(fields.company), country: null })),
    contacts: each('contacts', (fields) => ({ ...fields, company: company(fields.company) })),
    contracts: each('contracts', (fields) => ({ ...fields, company: company(fields.company) })),
    tickets: each('tickets', (fields) => ({ ...fields, company: company(fields.company) })),
    timeEntries: each('timeEntries', (fields) => ({ ...fields, company: null })),
    opportunities: each('opportunities', (fields) => ({
      ...fields,
      company: company(fields.company),
      monthly: fields.monthly === null ? null : `${fields.monthly}.00`,
    })),
    surveys: each('surveys', (fields) => ({
      ...fields,
      company: company(fields.company),
      rating: null,
      comment: null,
    })),
  };
}
