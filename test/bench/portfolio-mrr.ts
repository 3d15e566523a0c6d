import { companyRevenue } from '../../domain/contracts/company-revenue.ts';
import { inWorkspace } from '../../server/platform/database/transaction.ts';
import { loadCompanyFacts } from '../../server/portfolio/company-facts.ts';
import type { ConnectionPlace, SyncContext } from '../../server/sync/sync-context.ts';
import type { Tenant } from '../psa/tenant.ts';
import { trueMrr } from '../psa/truth.ts';

/** The MRR of all linked companies against what a tenant's are in truth, in words; the exit code says where they differ. */
export async function compareMrr(
  { database, portfolios }: Pick<SyncContext, 'database' | 'portfolios'>,
  { workspace, connection }: ConnectionPlace,
  tenant: Tenant,
): Promise<string> {
  const { definitions, asOf } = await portfolios.portfolioOf(workspace, new Date());
  const { rows: links } = await database.pool.query<{ record: string; key: string }>(
    `select record, key from sync_links where workspace_id = $1 and connection = $2 and kind = 'companies'`,
    [workspace, connection],
  );
  const facts = await inWorkspace(database, { workspace, companies: 'all' }, (tx) =>
    loadCompanyFacts(
      tx,
      links.map(({ key }) => key),
      definitions.workspace.timeZone,
    ),
  );
  const mrrOf = new Map(facts.map((company) => [company.id, companyRevenue(company, definitions, asOf).mrr]));
  const came = new Map(links.map(({ record, key }) => [record, mrrOf.get(key)!]));
  const truth = trueMrr(tenant, asOf);
  const clients = [...tenant.companies].filter(
    ([, { fields }]) => fields.active && fields.types[0] === 'Client',
  );
  const wrong = clients.filter(([id]) => came.get(id) !== (truth.get(id) ?? 0));
  if (wrong.length > 0 || came.size !== clients.length) process.exitCode = 1;
  const total = [...came.values()].reduce((sum, cents) => sum + cents, 0);
  return `MRR of ${came.size} companies (${clients.length} clients): ${(total / 100).toFixed(2)}, ${wrong.length} not as in truth`;
}
