import { parseArgs } from 'node:util';
import { DashboardQuery } from '../contract/dashboard.ts';
import { type CompanyScope, companyScope, everyCompany } from '../domain/access/company-scope.ts';
import type { Grants } from '../domain/access/grants.ts';
import { dashboardJson } from '../domain/dashboard/dashboard.ts';
import { readDashboardQuery } from '../domain/dashboard/read-query.ts';
import { openPortfolios } from '../server/portfolio/portfolios.ts';
import type { Command, Io } from './command.ts';
import { requireWorkspace, withMigratedDatabase } from './database.ts';

/** The API's parameters, as options also in kebab case: --accountManager and --account-manager. */
const PARAMETERS = Object.keys(DashboardQuery.shape);
const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const dashboard: Command = {
  usage: `[filters] [--email E]

Prints the dashboard as the API answers it (GET /api/v1/dashboard).

  --email E                 as this user sees it (default: over every company)
  --company ID              only these companies; each filter may be given several times
  --health STATUS           only companies with this health status
  --account-manager USER    only companies of this account manager
  --account-group ID        only companies of this account group
  --segment QUADRANT        only companies in this quadrant, or not_placed
  --tag TAG                 only companies with this tag
  --stack-item ID           only cells of this stack item
  --selected ID             the company of the tile
  --value total|perSeat     what the segments are drawn by
  --rank opportunity|mrr|alignment
                            what puts a company among the top ten
  --weighted true|false     recommendations times their win probability`,

  run(args, io) {
    const names = PARAMETERS.flatMap((name) => [name, kebab(name)]);
    const { tokens, values } = parseArgs({
      args: [...args],
      options: {
        ...Object.fromEntries(names.map((name) => [name, { type: 'string', multiple: true } as const])),
        email: { type: 'string' },
      },
      tokens: true,
    });
    const parameters = tokens.flatMap((token): [string, string][] => {
      if (token.kind !== 'option' || token.name === 'email') return [];
      return [[PARAMETERS.find((name) => kebab(name) === kebab(token.name))!, token.value!]];
    });
    return printDashboard(io, parameters, values.email as string | undefined);
  },
};
export default dashboard;

function printDashboard(io: Io, parameters: [string, string][], email: string | undefined): Promise<number> {
  return withMigratedDatabase(io.environment, async (database) => {
    const workspace = await requireWorkspace(database);
    const { portfolio, grants, asOf } = await openPortfolios(database).portfolioOf(workspace, new Date());
    const scope = email === undefined ? everyCompany : scopeOf(grants, email);
    const read = readDashboardQuery(portfolio, { grants, scope }, parameters);
    if ('problems' in read) throw new Error(read.problems.map((problem) => problem.message).join('\n'));
    const json = dashboardJson(portfolio, { grants, scope, query: read.value, asOf });
    await io.out(`${new TextDecoder().decode(json)}\n`);
    return 0;
  });
}

function scopeOf(grants: Grants, email: string): CompanyScope {
  const user = grants.users.find((candidate) => candidate.email.toLowerCase() === email.toLowerCase());
  if (!user) throw new Error(`There is no user with the e-mail address "${email}".`);
  return companyScope(grants, user.id);
}
