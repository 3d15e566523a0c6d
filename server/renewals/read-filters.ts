import type { FastifyRequest } from 'fastify';
import { listRenewals } from '../../contract/renewals.ts';
import { RENEWAL_HORIZONS } from '../../domain/contracts/renewals.ts';
import type { DashboardQuery } from '../../domain/dashboard/query.ts';
import { oneOf, readDashboardQuery, repeated } from '../../domain/dashboard/read-query.ts';
import type { Viewer } from '../access/viewer.ts';
import { parametersOf, requireRead } from '../dashboard/read-parameters.ts';

const parameters = Object.keys(listRenewals.query!.shape);

/** Reads the dashboard's filters of companies and `within`; a 400 names every problem. */
export function readFilters(
  { loaded, scope }: Viewer,
  request: FastifyRequest,
): { within: number; query: DashboardQuery } {
  const given = [...parametersOf(request)];
  const within = given.filter(([name]) => name === 'within');
  const problems = [
    ...within.flatMap(([name, value]) => oneOf(name, value, RENEWAL_HORIZONS.map(String))),
    ...repeated(given, ['within']),
    ...given
      .filter(([name]) => !parameters.includes(name))
      .map(([name]) => ({
        parameter: name,
        message: `Unknown parameter "${name}"; expected one of ${parameters.join(', ')}`,
      })),
  ];
  if (problems.length > 0) requireRead({ problems });
  const filters = given.filter(([name]) => name !== 'within');
  const { grants, portfolio } = loaded;
  return {
    within: Number(within[0]?.[1] ?? 90),
    query: requireRead(readDashboardQuery(portfolio, { grants, scope }, filters)),
  };
}
