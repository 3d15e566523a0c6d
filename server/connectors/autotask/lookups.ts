import { ConnectorProblem } from '../connector.ts';
import { parsePicklists } from './answers.ts';
import type { Client } from './client.ts';
import type { Memory } from './memory.ts';
import type { RowEntity } from './rows.ts';
import { Currencies, type Entity, Resources } from './shapes.ts';

const HOURS = 24;

/** Label of a picklist's value; null: no value, or one that the picklist does not have. */
export type Labels = (field: string, value: string | null) => string | null;
/** Name of a reference; null: none, or one that cannot be found. */
export type Names = (id: string | null) => string | null;

/** What Autotask's numbers stand for in this tenant. Asked for when it is first needed, and remembered for a day. */
export interface Lookups {
  labels(entity: Pick<Entity<never>, 'name' | 'fields'>): Promise<Labels>;
  /** Names of the MSP's people. */
  resources(): Promise<Names>;
  /** Codes of ISO 4217. */
  currencies(): Promise<Names>;
}

export function lookupsOf(client: Client, memory: Memory): Lookups {
  const known = new Map<string, object>();

  /** What turns out to be nothing at all is asked for again in the next session: it may have been hidden, or spoiled. */
  async function remembered<T extends object>(key: string, find: () => Promise<T>): Promise<T> {
    const kept = (known.get(key) as T | undefined) ?? memory.recall<T>(key, HOURS);
    if (kept) return kept;
    const found = await find();
    known.set(key, found);
    if (Object.keys(found).length > 0) memory.keep(key, found);
    return found;
  }

  return {
    async labels(entity) {
      const picklists = await remembered(`picklists ${entity.name}`, async () => {
        const all = parsePicklists(await client.fields(entity));
        const read = entity.fields.map((field) => field.toLowerCase());
        return Object.fromEntries(read.flatMap((field) => (all[field] ? [[field, all[field]]] : [])));
      });
      return (field, value) => (value === null ? null : (picklists[field.toLowerCase()]?.[value] ?? null));
    },
    async resources() {
      const names = await remembered('resources', () =>
        namesOf(client, Resources, ({ firstName, lastName }) =>
          [firstName, lastName].filter((part) => part !== null).join(' '),
        ),
      );
      return nameIn(names);
    },
    async currencies() {
      const codes = await remembered('currencies', () =>
        namesOf(client, Currencies, ({ name, description }) =>
          [name, description].find((word) => word !== null && /^[A-Z]{3}$/.test(word)),
        ),
      );
      return nameIn(codes);
    },
  };
}

const nameIn =
  (names: Readonly<Record<string, string>>): Names =>
  (id) =>
    id === null ? null : (names[id] ?? null);

/** No names where the API user may not see them: they are no reason to stop. */
async function namesOf<Row extends { id: string | null }>(
  client: Client,
  entity: RowEntity<Row>,
  name: (row: Row) => string | null | undefined,
): Promise<Record<string, string>> {
  const rows = await client.all(entity, []).catch((error) => {
    if (error instanceof ConnectorProblem && error.reason === 'permission') return [];
    throw error;
  });
  return Object.fromEntries(
    rows.flatMap((raw) => {
      const row = entity.parse(raw);
      const found = row && name(row);
      return row?.id && found ? [[row.id, found]] : [];
    }),
  );
}
