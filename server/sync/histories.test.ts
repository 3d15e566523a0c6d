import fc from 'fast-check';
import { expect, it } from 'vitest';
import { onBothEngines } from '../../test/harness/engines.ts';
import { emptyTenant, putRecord, type Tenant } from '../../test/psa/tenant.ts';
import { ConnectorProblem } from '../connectors/connector.ts';
import { type ScriptedSource, scriptedSource } from './testing/scripted-source.ts';
import { expectSucceeded, OTHER_RUNNER, type SyncWorld, syncWorld, truthOf } from './testing/sync-world.ts';

/** How many histories there are on each engine; QUARTERDECK_HISTORIES asks for more. */
const HISTORIES = Number(process.env.QUARTERDECK_HISTORIES ?? 15);
const KINDS = ['companies', 'contacts', 'contracts', 'contractLines', 'tickets'] as const;
type Kind = (typeof KINDS)[number];

const FAULTS = ['unreachable', 'answer', 'permission', 'credentials', 'stop', 'lost'] as const;

interface Step {
  readonly edits: readonly {
    readonly kind: Kind;
    readonly id: string;
    readonly put: boolean;
    readonly value: number;
  }[];
  readonly run: 'full' | 'incremental';
  /** At which read of the run something goes wrong. */
  readonly faults: readonly { readonly at: number; readonly fault: (typeof FAULTS)[number] }[];
  /** An edit in the middle of the run. */
  readonly meanwhile: {
    readonly at: number;
    readonly kind: Kind;
    readonly id: string;
    readonly put: boolean;
  };
}

const kind = fc.constantFrom(...KINDS);
const id = fc.integer({ min: 1, max: 9 }).map(String);
const step: fc.Arbitrary<Step> = fc.record({
  edits: fc.array(fc.record({ kind, id, put: fc.boolean(), value: fc.nat(3) }), { maxLength: 12 }),
  run: fc.constantFrom('full', 'incremental'),
  faults: fc.array(fc.record({ at: fc.integer({ min: 1, max: 15 }), fault: fc.constantFrom(...FAULTS) }), {
    maxLength: 3,
  }),
  meanwhile: fc.record({ at: fc.integer({ min: 1, max: 15 }), kind, id, put: fc.boolean() }),
});

/** Puts a record that differs by `value` alone, or removes it. A contract's lines go with it and show by its change. */
function edit(tenant: Tenant, kind: Kind, id: string, value: number | null, at: Date): void {
  const contract = kind === 'contractLines' ? tenant.contracts.get(String(1 + (Number(id) % 4))) : undefined;
  if (kind === 'contractLines' && !contract) return;
  if (contract) putRecord(tenant, 'contracts', contract.id, contract.fields, at);
  if (kind === 'contracts' && value === null)
    for (const line of tenant.contractLines.values())
      if (line.fields.contract === id) tenant.contractLines.delete(line.id);
  if (value === null) tenant[kind].delete(id);
  else {
    const fields = {
      value,
      company: null,
      contract: contract?.id ?? null,
      createdAt: '2026-11-01T00:00:00Z',
    };
    putRecord(tenant, kind, id, fields as never, at);
  }
}

onBothEngines('whatever happens to a PSA and to its syncs', (engine) => {
  it(
    'a full run without faults brings the mirror in step, and none before it takes away what is there',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(step, { minLength: 1, maxLength: 4 }),
          fc.boolean(),
          async (steps, numbered) => {
            await engine.database.pool.query('delete from connections');
            const tenant = emptyTenant();
            // what moves to another page is looked for again among the kinds of the portfolio only
            const kinds: readonly Kind[] = numbered ? KINDS.filter((kind) => kind !== 'tickets') : KINDS;
            const source = scriptedSource(() => tenant, { pageSize: 3, numberedPages: numbered, kinds });
            const world = await syncWorld(engine.database, source, { now: new Date('2026-11-30T10:00:00Z') });
            for (const one of steps) {
              for (const { kind, id, put, value } of one.edits)
                if (kinds.includes(kind)) edit(tenant, kind, id, put ? value : null, world.now);
              const before = await world.mirror();
              const there = truthOf(tenant);
              await disturbedRun(world, source, tenant, one);
              const still = truthOf(tenant);
              const after = await world.mirror();
              const lost = Object.keys(before).filter(
                (key) => key in there && key in still && !(key in after),
              );
              expect(lost).toEqual([]);
            }
            world.now = new Date(world.now.getTime() + 60 * 60_000);
            expectSucceeded(await world.run('full'));
            const wanted = Object.entries(truthOf(tenant)).filter(([key]) =>
              kinds.includes(key.split(' ')[0] as Kind),
            );
            expect(await world.mirror()).toEqual(Object.fromEntries(wanted));
          },
        ),
        { numRuns: HISTORIES },
      );
    },
    60_000 + HISTORIES * 10_000,
  );
});

/** One run with its faults, as often as it takes until it has ended. */
async function disturbedRun(
  world: SyncWorld,
  source: ScriptedSource,
  tenant: Tenant,
  one: Step,
): Promise<void> {
  const { run, faults, meanwhile } = one;
  world.now = new Date(world.now.getTime() + 30 * 60_000);
  const start = source.reads.length;
  const stop = new AbortController();
  source.script = async ({ position }) => {
    const at = position - start;
    if (at === meanwhile.at) edit(tenant, meanwhile.kind, meanwhile.id, meanwhile.put ? 7 : null, world.now);
    const fault = faults.find((each) => each.at === at)?.fault;
    if (fault === 'stop') stop.abort();
    else if (fault === 'lost') await takeOver(world);
    else if (fault) throw new ConnectorProblem(fault, 'It went wrong.');
    return undefined;
  };
  await world.start(run);
  await world.work({ stopping: stop.signal });
  for (let latest = await world.latest(); latest.endedAt === null; latest = await world.latest()) {
    world.now = new Date(Math.max(world.now.getTime(), new Date(latest.notBefore).getTime()));
    await world.work();
  }
  source.script = () => undefined;
}

/** Another process finds that the lease has run out, and works at the run. */
async function takeOver(world: SyncWorld): Promise<void> {
  await world.context.database.pool.query(
    `update sync_runs set lease_until = clock_timestamp() - interval '1 ms' where state = 'running'`,
  );
  await world.work({ id: OTHER_RUNNER });
}
