import { expect } from 'vitest';
import { RECORD_KINDS } from '../../../domain/sync/records.ts';
import type { SyncRun } from '../../../domain/sync/run.ts';
import type { Tenant } from '../../../test/psa/tenant.ts';
import type { Database } from '../../platform/database/database.ts';
import { inWorkspace, type Tx } from '../../platform/database/transaction.ts';
import { openPortfolios } from '../../portfolio/portfolios.ts';
import { addWorkspace } from '../../testing/test-server.ts';
import { claimRun } from '../claim-run.ts';
import { readRun, readRuns } from '../read-runs.ts';
import { runSync, type SyncRunner } from '../run-sync.ts';
import { startSync } from '../start-sync.ts';
import type { ApplyCall, ApplyMirror, SyncContext } from '../sync-context.ts';
import type { ScriptedSource } from './scripted-source.ts';

/** A workspace with one connection, whose vendor's system is scripted. */
export interface SyncWorld {
  readonly workspace: string;
  readonly connection: string;
  readonly context: SyncContext;
  /** What the portfolio was brought in step with. */
  readonly applied: readonly ApplyCall[];
  readonly warned: readonly unknown[];
  now: Date;
  inTx<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>;
  /** Asks for a run; resolves to its id. */
  start(kind: SyncRun['kind']): Promise<number>;
  /** Takes the run that is due and works at it; undefined: none is. */
  work(runner?: Partial<SyncRunner>): Promise<SyncRun | undefined>;
  /** Asks for a run and works until it has ended or waits. */
  run(kind: SyncRun['kind']): Promise<SyncRun>;
  latest(): Promise<SyncRun>;
  /** The ids that are there, and their fields, by kind. */
  mirror(): Promise<Record<string, unknown>>;
}

export const RUNNER = '0e1f5a52-5f0f-4f4e-9f57-5d3f3c1f7a11';
export const OTHER_RUNNER = 'ffffffff-5f0f-4f4e-9f57-5d3f3c1f7a11';

export async function syncWorld(
  database: Database,
  source: Pick<ScriptedSource, 'open'>,
  { now, state = 'on', applyMirror }: { now: Date; state?: string; applyMirror?: ApplyMirror },
): Promise<SyncWorld> {
  const connection = 'psa';
  const workspace = await addWorkspace(database, 'Northwind IT', {
    users: [{ key: 'admin', name: 'Admin', email: `${crypto.randomUUID()}@msp.example`, role: 'admin' }],
    connections: [
      {
        key: connection,
        vendor: 'scripted',
        name: 'PSA',
        credentials: Buffer.of(1),
        state,
        created_at: now,
        created_by: 'admin',
      },
    ],
  });
  const applied: ApplyCall[] = [];
  const warned: unknown[] = [];
  const inTx: SyncWorld['inTx'] = (work) => inWorkspace(database, { workspace, companies: 'all' }, work);
  const context: SyncContext = {
    database,
    portfolios: openPortfolios(database),
    now: () => world.now,
    openConnection: source.open,
    applyMirror:
      applyMirror ??
      (async (_context, call) => {
        await inTx(call.requireRun);
        applied.push(call);
        return 'Applied.';
      }),
  };
  const world: SyncWorld = {
    workspace,
    connection,
    context,
    applied,
    warned,
    now,
    inTx,
    start: (kind) =>
      inTx((tx) => startSync(tx, { workspace, connection, kind, by: 'admin', now: world.now })),
    async work(runner) {
      const all = { id: RUNNER, lease: 60_000, stopping: new AbortController().signal, ...runner };
      const claim = await claimRun(database, { runner: all.id, lease: all.lease, now: world.now });
      if (!claim) return undefined;
      await runSync(context, claim, { ...all, warn: (entry) => void warned.push(entry) });
      return inTx((tx) => readRun(tx, claim.id));
    },
    async run(kind) {
      await world.start(kind);
      return (await world.work())!;
    },
    latest: async () => (await inTx((tx) => readRuns(tx, connection, { limit: 1 })))[0]!,
    mirror: () => mirrorOf(database, { workspace, connection }),
  };
  return world;
}

export async function mirrorOf(
  database: Database,
  { workspace, connection }: { workspace: string; connection: string },
): Promise<Record<string, unknown>> {
  const { rows } = await database.pool.query(
    `select kind, id, fields from sync_records where workspace_id = $1 and connection = $2 and gone_at is null`,
    [workspace, connection],
  );
  return Object.fromEntries(rows.map(({ kind, id, fields }) => [`${kind} ${id}`, fields]));
}

/** What the mirror of a tenant has to hold. */
export function truthOf(tenant: Tenant): Record<string, unknown> {
  return Object.fromEntries(
    RECORD_KINDS.flatMap((kind) =>
      [...tenant[kind].values()].map(({ id, fields }) => [`${kind} ${id}`, fields]),
    ),
  );
}

export function expectSucceeded(run: SyncRun | undefined): void {
  expect([run?.state, run?.message]).toEqual(['succeeded', expect.any(String)]);
}
