import type { RecordFields, RecordKind } from '../../domain/sync/records.ts';
import type {
  Connector,
  Known,
  ReadRequest,
  RowProblem,
  Session,
  SourceRecord,
} from '../../server/connectors/connector.ts';
import { emptyTenant } from './tenant.ts';

/** What a connector has read, held in memory: a sync without a database, for tests of connectors. */
export interface Mirror {
  readonly records: { readonly [K in RecordKind]: Map<string, SourceRecord<K>> };
  /** Of the last run. */
  readonly problems: RowProblem[];
}

export function emptyMirror(): Mirror {
  return { records: emptyTenant() as unknown as Mirror['records'], problems: [] };
}

/** Reads what a run reads, into the mirror; afterwards it holds of a full run what was seen, and nothing else. */
export async function readRun(
  mirror: Mirror,
  connector: Connector,
  session: Session,
  {
    since,
    from,
    afterPage = () => {},
  }: Pick<ReadRequest, 'since' | 'from'> & { readonly afterPage?: (kind: RecordKind) => void },
): Promise<void> {
  mirror.problems.length = 0;
  const changed = new Map<RecordKind, Set<string>>();
  const known = knownOf(mirror, changed);
  for (const kind of since === null ? connector.kinds : connector.incremental) {
    const seen = new Set<string>();
    const ours = new Set<string>();
    changed.set(kind, ours);
    const held = mirror.records[kind] as Map<string, SourceRecord>;
    for (let cursor: string | null = null, more = true; more; more = cursor !== null) {
      const page = await session.read(kind, { since, from, cursor, known });
      for (const record of page.records) {
        if (JSON.stringify(held.get(record.id)) !== JSON.stringify(record)) ours.add(record.id);
        held.set(record.id, record);
        seen.add(record.id);
      }
      removeLines(mirror, page.wholeContracts ?? [], seen);
      mirror.problems.push(...page.problems);
      cursor = page.next;
      afterPage(kind);
    }
    if (since === null) for (const id of held.keys()) if (!seen.has(id)) held.delete(id);
  }
}

function removeLines({ records }: Mirror, contracts: readonly string[], seen: ReadonlySet<string>): void {
  const whole = new Set(contracts);
  for (const [id, { fields }] of records.contractLines)
    if (fields.contract !== null && whole.has(fields.contract) && !seen.has(id))
      records.contractLines.delete(id);
}

function knownOf(mirror: Mirror, changed: ReadonlyMap<RecordKind, ReadonlySet<string>>): Known {
  return {
    ids: async (kind, { after, limit, changed: changedOnly = false }) =>
      [...mirror.records[kind].keys()]
        .filter((id) => (after === null || id > after) && (!changedOnly || changed.get(kind)?.has(id)))
        .sort()
        .slice(0, limit),
    records: async <K extends RecordKind>(kind: K, ids: readonly string[]) =>
      new Map<string, RecordFields[K]>(
        ids.flatMap((id) => {
          const record = mirror.records[kind].get(id);
          return record ? [[id, record.fields as RecordFields[K]]] : [];
        }),
      ),
  };
}
