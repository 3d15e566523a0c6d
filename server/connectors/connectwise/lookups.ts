import type { z } from 'zod';
import { ConnectorProblem } from '../connector.ts';
import type { BillingOptions } from './billing.ts';
import type { Client } from './client.ts';
import { mostPoints, type OpportunityStates } from './map-activity.ts';
import { allRows } from './pages.ts';
import {
  billingCycleShape,
  boardStatusShape,
  companyStatusShape,
  companyTypeShape,
  opportunityStatusShape,
  questionShape,
  surveyShape,
} from './shapes.ts';

/** What rows refer to and need for their meaning; each is asked for when it is first needed, once a session. */
export interface Lookups {
  billingOptions(): Promise<BillingOptions>;
  inactiveStatuses(): Promise<ReadonlySet<string>>;
  /** Names of companies' types by their ids. */
  companyTypes(): Promise<ReadonlyMap<string, string | null>>;
  opportunityStates(): Promise<OpportunityStates>;
  /** The statuses of one board that close a ticket. */
  closedStatuses(board: string): Promise<ReadonlySet<string>>;
  /** Ids, by number. */
  surveys(): Promise<readonly string[]>;
  /** The most points that a survey gives. */
  mostPoints(survey: string): Promise<number>;
}

export function openLookups(client: Client): Lookups {
  const asked = new Map<string, Promise<readonly unknown[]>>();
  const all = (path: string): Promise<readonly unknown[]> => {
    const before = asked.get(path);
    if (before) return before;
    const rows = allRows(client, { path }).then((found) => found ?? []);
    asked.set(path, rows);
    rows.catch(() => asked.delete(path));
    return rows;
  };

  return {
    billingOptions: async () =>
      new Map(
        parsed(await orNone(all('/finance/billingCycles')), billingCycleShape).map((row) => [
          row.id,
          row.billingOptions,
        ]),
      ),
    inactiveStatuses: async () =>
      idsOf(
        parsed(await orNone(all('/company/companies/statuses')), companyStatusShape),
        (row) => row.inactiveFlag === true,
      ),
    companyTypes: async () =>
      new Map(
        parsed(await orNone(all('/company/companies/types')), companyTypeShape).map(({ id, name }) => [
          id,
          name,
        ]),
      ),
    opportunityStates: async () =>
      new Map(
        parsed(await all('/sales/opportunities/statuses'), opportunityStatusShape).map((row) => [
          row.id,
          row.wonFlag === true ? 'won' : row.lostFlag === true || row.closedFlag === true ? 'lost' : 'open',
        ]),
      ),
    closedStatuses: async (board) =>
      idsOf(
        parsed(await orNone(all(`/service/boards/${board}/statuses`)), boardStatusShape),
        (row) => row.closedStatus === true,
      ),
    surveys: async () =>
      parsed(await all('/service/surveys'), surveyShape)
        .map(({ id }) => id)
        .sort((a, b) => Number(a) - Number(b)),
    mostPoints: async (survey) =>
      mostPoints(parsed(await orNone(all(`/service/surveys/${survey}/questions`)), questionShape)),
  };
}

/** Without permission for what only helps to understand rows, they are read as far as they speak for themselves. */
async function orNone(rows: Promise<readonly unknown[]>): Promise<readonly unknown[]> {
  try {
    return await rows;
  } catch (error) {
    if (error instanceof ConnectorProblem && error.reason === 'permission') return [];
    throw error;
  }
}

function parsed<R extends { readonly id: string | null }>(rows: readonly unknown[], shape: z.ZodType<R>) {
  return rows.flatMap((row) => {
    const { data } = shape.safeParse(row);
    return data && data.id !== null ? [{ ...data, id: data.id }] : [];
  });
}

function idsOf<R extends { readonly id: string }>(rows: readonly R[], is: (row: R) => boolean) {
  return new Set(rows.filter(is).map(({ id }) => id));
}
