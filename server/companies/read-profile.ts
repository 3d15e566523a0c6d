import { sql } from 'kysely';
import type { CompanyProfile } from '../../contract/company-profile.ts';
import { employeesOf } from '../../domain/companies/employees.ts';
import { companyRevenue } from '../../domain/contracts/company-revenue.ts';
import type { CompanyFacts } from '../../domain/portfolio/facts.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { notFound } from '../platform/http/refusal.ts';
import { loadCompanyFacts } from '../portfolio/company-facts.ts';
import type { LoadedPortfolio } from '../portfolio/loaded-portfolio.ts';
import { type StoredSource, syncedFrom } from '../sync/synced-from.ts';

/** A company's profile as it is stored now, calculated by the rules of `loaded`. The transaction must see the company. */
export async function readProfile(
  tx: Tx,
  { definitions, asOf }: Pick<LoadedPortfolio, 'definitions' | 'asOf'>,
  id: string,
): Promise<CompanyProfile> {
  const { rows } = await sql<
    Omit<CompanyProfile, 'calculated' | 'syncedFrom'> & { source: StoredSource | null }
  >`
    with groups as (
      select g.key as id, g.name from account_group_companies m
      join account_groups g on g.workspace_id = m.workspace_id and g.key = m.account_group
      where m.workspace_id = (select current_workspace()) and m.company = ${id})
    select c.key as id, c.name, coalesce(c.stage, 'active') as stage, c.offboarded_on as "offboardedOn",
      c.executive_summary as "executiveSummary", c.industry, c.mrr_override as "mrrOverride",
      c.one_time_override as "oneTimeOverride", c.employees_synced as "employeesSynced",
      c.employees_override as "employeesOverride", c.locations, coalesce(c.tags, '{}') as tags,
      (select coalesce(json_agg(g order by g.name collate "C", g.id collate "C"), '[]') from groups g) as "accountGroups",
      c.date_acquired as "dateAcquired", c.yearly_revenue as "yearlyRevenue", c.year_established as "yearEstablished",
      c.preferred_method as "preferredMethod", c.preferred_every as "preferredEvery",
      c.communication_note as "communicationNote",
      case when u.key is not null then json_build_object('id', u.key, 'name', u.name) end as owner,
      case when p.key is not null
        then json_build_object('id', p.key, 'name', p.name, 'title', p.title, 'email', p.email) end as "primaryContact",
      synced_from('companies', c.key) as source,
      '"' || md5(c::text || coalesce(p.key, '') || (select coalesce(json_agg(g.id order by g.id collate "C"), '[]') from groups g)::text) || '"' as etag
    from companies c
    left join users u on u.workspace_id = c.workspace_id and u.key = c.owner
    left join contacts p on p.workspace_id = c.workspace_id and p.company = c.key and p.primary_contact
    where c.workspace_id = (select current_workspace()) and c.key = ${id}`.execute(tx);
  const [facts] = await loadCompanyFacts(tx, [id], definitions.workspace.timeZone);
  if (!rows[0] || !facts) throw notFound('company', id);
  const { source, ...profile } = rows[0];
  const revenue = companyRevenue(facts, definitions, asOf);
  return {
    ...profile,
    syncedFrom: syncedFrom('companies', source),
    calculated: {
      mrr: revenue.mrrFromContracts,
      oneTime: revenue.oneTimeFromContracts,
      ...calculatedEmployees(facts),
    },
  };
}

function calculatedEmployees(facts: CompanyFacts) {
  return {
    employees: employeesOf({ ...facts, employeesOverride: null }).number,
    employeesFromContacts: facts.contacts.total > 0 ? facts.contacts.active : null,
  };
}
