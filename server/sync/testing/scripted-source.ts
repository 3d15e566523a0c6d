import { RECORD_KINDS, type RecordKind } from '../../../domain/sync/records.ts';
import type { Tenant, TenantRecord } from '../../../test/psa/tenant.ts';
import type { Connector, Page, ReadRequest, Session, SourceRecord } from '../../connectors/connector.ts';
import type { SyncContext } from '../sync-context.ts';

export interface Read {
  readonly kind: RecordKind;
  readonly request: ReadRequest;
  /** Counts all reads of the source from 1. */
  readonly position: number;
}

/** Comes before a read: it may change the tenant, throw, or answer another page. */
export type Script = (read: Read) => Promise<Page | undefined> | Page | undefined;

export interface ScriptedSource {
  readonly connector: Connector;
  readonly open: SyncContext['openConnection'];
  /** What comes before each read from now on. */
  script: Script;
  readonly reads: readonly Read[];
}

interface ScriptedOptions {
  readonly pageSize?: number;
  /** By number, as some vendors do: what is removed meanwhile moves all that follow. Otherwise after an id. */
  readonly numberedPages?: boolean;
  readonly kinds?: readonly RecordKind[];
  readonly incremental?: readonly RecordKind[];
}

/** A vendor's system in memory that shows a tenant: lines by contract, everything else in the order of ids. */
export function scriptedSource(tenant: () => Tenant, options: ScriptedOptions = {}): ScriptedSource {
  const { pageSize = 10, numberedPages = false, kinds = RECORD_KINDS, incremental = kinds } = options;
  const reads: Read[] = [];
  const connector: Connector = {
    vendor: 'scripted',
    name: 'Scripted PSA',
    credentials: [],
    limits: { concurrency: 1, perMinute: 1_000_000 },
    kinds,
    incremental,
    connect: async () => session,
    hooks: null,
  };
  const session: Session = {
    async read(kind, request) {
      const read = { kind, request, position: reads.length + 1 };
      reads.push(read);
      const scripted = await source.script(read);
      if (scripted) return scripted;
      if (kind === 'contractLines') return linesPage(tenant(), request, pageSize);
      return (numberedPages ? numberedPage : pageAfter)(
        recordsOf(tenant(), kind, request),
        request,
        pageSize,
      );
    },
    test: async () => [],
    sample: async () => undefined,
  };
  const source: ScriptedSource = {
    connector,
    open: async () => ({ connector, session, calls: () => reads.length }),
    script: () => undefined,
    reads,
  };
  return source;
}

function recordsOf(tenant: Tenant, kind: RecordKind, { since }: ReadRequest): SourceRecord[] {
  return [...(tenant[kind] as ReadonlyMap<string, TenantRecord>).values()]
    .filter(({ updatedAt }) => since === null || new Date(updatedAt) > since)
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

function pageAfter(records: readonly SourceRecord[], { cursor }: ReadRequest, pageSize: number): Page {
  const left = records.filter(({ id }) => cursor === null || id > cursor);
  const page = left.slice(0, pageSize);
  return { records: page, next: left.length > pageSize ? page.at(-1)!.id : null, problems: [] };
}

function numberedPage(records: readonly SourceRecord[], { cursor }: ReadRequest, pageSize: number): Page {
  const page = Number(cursor ?? 1);
  const next = records.length > page * pageSize ? String(page + 1) : null;
  return { records: records.slice((page - 1) * pageSize, page * pageSize), next, problems: [] };
}

async function linesPage(
  tenant: Tenant,
  { since, cursor, known }: ReadRequest,
  pageSize: number,
): Promise<Page> {
  const contracts = await known.ids('contracts', { after: cursor, limit: pageSize, changed: since !== null });
  const records = [...tenant.contractLines.values()].filter(({ fields }) =>
    contracts.includes(fields.contract ?? ''),
  );
  const next = contracts.length < pageSize ? null : contracts.at(-1)!;
  return { records, next, wholeContracts: contracts, problems: [] };
}
