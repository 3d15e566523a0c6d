import { ConnectorProblem } from '../connector.ts';
import { once } from '../once.ts';
import type { HaloClient } from './client.ts';
import { rowsOf } from './lists.ts';
import { Entry } from './shapes.ts';

type Names = ReadonlyMap<string, string>;

/** Names for the ids of which lists consist, each asked for when it is first needed. */
export interface Lookups {
  statuses(): Promise<Names>;
  ticketTypes(): Promise<ReadonlyMap<string, TicketType>>;
  priorities(): Promise<Names>;
  agents(): Promise<Names>;
  suppliers(): Promise<Names>;
  customerTypes(): Promise<Names>;
  /** To their ISO codes. */
  currencies(): Promise<Names>;
}

export interface TicketType {
  readonly name: string | null;
  /** Null: opportunities and the like, which are no tickets to us. */
  readonly kind: 'service' | 'project' | null;
}

/** HaloPSA's number for the list of customer types. */
const CUSTOMER_TYPES = 33;

export function openLookups(client: HaloClient): Lookups {
  const names = (path: string, query = {}) =>
    once(async () => byId(await entries(client, path, query), ({ name }) => name));
  return {
    statuses: names('Status'),
    ticketTypes: once(async () =>
      byId(await entries(client, 'TicketType', { showinactive: true }), (entry) => ticketType(entry)),
    ),
    // Tickets refer to the number of a priority, which is not the id of its entry.
    priorities: once(async () =>
      byId(
        (await entries(client, 'Priority', {})).map((entry) => ({
          ...entry,
          id: entry.priorityid ?? entry.id,
        })),
        ({ name }) => name,
      ),
    ),
    agents: names('Agent', { includeenabled: true, includedisabled: true }),
    suppliers: names('Supplier', { includeinactive: true }),
    customerTypes: names('Lookup', { lookupid: CUSTOMER_TYPES }),
    currencies: once(async () => byId(await entries(client, 'Currency', {}), ({ code }) => code)),
  };
}

/** None if the application may not read them: names are missed then, and opportunities count as tickets. */
async function entries(
  client: HaloClient,
  path: string,
  query: Readonly<Record<string, string | number | boolean>>,
): Promise<readonly Entry[]> {
  try {
    return rowsOf(path, await client.get(path, query)).flatMap((row) => {
      const parsed = Entry.safeParse(row);
      return parsed.success ? [parsed.data] : [];
    });
  } catch (problem) {
    if (problem instanceof ConnectorProblem && ['permission', 'answer'].includes(problem.reason)) return [];
    throw problem;
  }
}

function byId<T>(all: readonly Entry[], value: (entry: Entry) => T | null): ReadonlyMap<string, T> {
  return new Map(
    all.flatMap((entry) => {
      const found = value(entry);
      return entry.id === null || found === null ? [] : [[entry.id, found] as const];
    }),
  );
}

function ticketType({ name, use }: Entry): TicketType {
  const word = (use ?? name ?? '').toLowerCase();
  if (/^opp|\bopportunit|\blead\b/.test(word)) return { name, kind: null };
  return { name, kind: /\bproject/.test(word) ? 'project' : 'service' };
}
