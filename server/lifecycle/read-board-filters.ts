import type { FastifyRequest } from 'fastify';
import { getLifecycleBoard } from '../../contract/lifecycle.ts';
import type { DashboardQuery } from '../../domain/dashboard/query.ts';
import { readDashboardQuery } from '../../domain/dashboard/read-query.ts';
import type { Viewer } from '../access/viewer.ts';
import { parametersOf, requireRead } from '../dashboard/read-parameters.ts';

const parameters = Object.keys(getLifecycleBoard.query!.shape);

/** What narrows the board. */
export interface BoardFilters {
  readonly query: DashboardQuery;
  /** User ids of vCIOs; none: whoever it is. */
  readonly owners: ReadonlySet<string>;
}

/** Reads the dashboard's filters that a company in any stage can pass, and the vCIOs; a 400 names every problem. */
export function readBoardFilters({ loaded, scope }: Viewer, request: FastifyRequest): BoardFilters {
  const given = [...parametersOf(request)];
  const problems = given
    .filter(([name]) => !parameters.includes(name))
    .map(([name]) => ({
      parameter: name,
      message: `Unknown parameter "${name}"; expected one of ${parameters.join(', ')}`,
    }));
  if (problems.length > 0) requireRead({ problems });
  const filters = given.filter(([name]) => name !== 'owner');
  const { grants, portfolio } = loaded;
  return {
    query: requireRead(readDashboardQuery(portfolio, { grants, scope }, filters)),
    owners: new Set(given.flatMap(([name, value]) => (name === 'owner' ? [value] : []))),
  };
}
