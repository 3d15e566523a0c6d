import { RECORD_KINDS, type RecordFields, type RecordKind } from '../../domain/sync/records.ts';
import { compareText } from '../../domain/text/compare.ts';
import type { Known, Page, RowProblem, Session, SourceRecord } from '../../server/connectors/connector.ts';

/** What a session brought, as the engine would keep it. */
export interface Memory {
  readonly records: Readonly<Record<RecordKind, Map<string, SourceRecord>>>;
  readonly problems: RowProblem[];
  readonly wholeContracts: Set<string>;
  readonly pages: number;
}

export interface Reading {
  readonly kinds?: readonly RecordKind[];
  readonly since?: Date;
  readonly from: Date;
  /** What a run before has brought; records that come are put there. */
  readonly before?: Memory;
}

/** Reads page after page of one kind after the other, as a run does. */
export async function readAll(session: Session, reading: Reading): Promise<Memory> {
  const { kinds = RECORD_KINDS, since = null, from, before } = reading;
  const records = before?.records ?? emptyRecords();
  const problems: RowProblem[] = [];
  const wholeContracts = new Set<string>();
  const changed = new Map<RecordKind, Set<string>>();
  const known = knownOf(records, changed);
  let pages = 0;
  for (const kind of kinds) {
    changed.set(kind, new Set());
    let cursor: string | null = null;
    do {
      const page: Page = await session.read(kind, { since, from, cursor, known });
      if (++pages > 10_000) throw new Error(`${kind}: more than 10,000 pages`);
      for (const record of page.records) {
        if (JSON.stringify(records[kind].get(record.id)) !== JSON.stringify(record))
          changed.get(kind)!.add(record.id);
        records[kind].set(record.id, record);
      }
      problems.push(...page.problems);
      for (const contract of page.wholeContracts ?? []) wholeContracts.add(contract);
      cursor = page.next;
    } while (cursor !== null);
  }
  return { records, problems, wholeContracts, pages };
}

function emptyRecords(): Record<RecordKind, Map<string, SourceRecord>> {
  return Object.fromEntries(RECORD_KINDS.map((kind) => [kind, new Map()])) as Record<
    RecordKind,
    Map<string, SourceRecord>
  >;
}

function knownOf(records: Memory['records'], changed: ReadonlyMap<RecordKind, ReadonlySet<string>>): Known {
  return {
    async ids(kind, { after, limit, changed: onlyChanged }) {
      const ids = [...(onlyChanged ? (changed.get(kind) ?? []) : records[kind].keys())];
      return ids
        .filter((id) => after === null || compareText(id, after) > 0)
        .sort(compareText)
        .slice(0, limit);
    },
    async records<K extends RecordKind>(kind: K, ids: readonly string[]) {
      const found = ids.flatMap((id) => records[kind].get(id) ?? []);
      return new Map(found.map(({ id, fields }) => [id, fields as RecordFields[K]]));
    },
  };
}
