import { generateTenant, putRecord, TENANT_SIZES, type Tenant } from '../../../test/psa/tenant.ts';

/** The same tenant at different times: in version 2 some of everything is changed, gone and new. */
export function versionOfTenant(version: number): Tenant {
  const now = new Date(Date.UTC(2026, 10, 20 + version));
  const tenant = generateTenant({ size: TENANT_SIZES.XS, now: new Date('2026-11-20T00:00:00Z') });
  if (version === 1) return tenant;
  for (const kind of ['contacts', 'contractLines', 'timeEntries'] as const) tenant[kind].delete('7');
  tenant.companies.delete('4');
  const company = tenant.companies.get('2')!.fields;
  putRecord(tenant, 'companies', '2', { ...company, name: 'Renamed' }, now);
  putRecord(tenant, 'companies', '900', { ...company, name: 'New' }, now);
  putRecord(tenant, 'tickets', '900', { ...tenant.tickets.get('1')!.fields, title: 'New' }, now);
  return tenant;
}
