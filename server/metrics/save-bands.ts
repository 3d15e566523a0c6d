import { sql } from 'kysely';
import type { BandChange } from '../../contract/metric-definitions.ts';
import type { ScoreKind } from '../../contract/metrics.ts';
import { bandNames, originProblem } from '../../domain/health/band-names.ts';
import { bandProblems } from '../../domain/portfolio/band-problems.ts';
import type { Band } from '../../domain/portfolio/definitions.ts';
import { type AuditEvent, auditAll } from '../access/audit.ts';
import type { Viewer } from '../access/viewer.ts';
import { shortDecimal } from '../bundle/cells/decimal.ts';
import { changedFields } from '../platform/database/changed-fields.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { renameInSavedViews } from '../saved-views/rename-status.ts';
import { metricTables } from './tables.ts';

/**
 * Brings the bands of a kind to what they are to be, given from the lowest up. Overrides and saved views of a health status
 * go along with its name. Nothing is written where nothing differs; what is wrong is refused.
 */
export async function saveBands(
  tx: Tx,
  viewer: Viewer,
  kind: ScoreKind,
  stored: readonly Band[],
  wanted: readonly BandChange[],
): Promise<void> {
  const bands = wanted.map((band) => ({ ...band, from: shortDecimal(band.from) ?? band.from }));
  const [problem] = bandProblems(bands);
  const wrong = problem ? `Band ${problem.band + 1}: ${problem.message}` : originProblem(stored, bands);
  const events = changesOf(kind, stored, bands);
  if (events.length === 0) return;
  if (wrong) throw new Refusal('unprocessable', `${wrong}.`);
  await writeBands(tx, viewer, kind, bands);
  if (kind === 'health') {
    const { renamed, replaced } = bandNames(stored, bands);
    const names = new Map([...renamed, ...replaced]);
    await renameInOverrides(tx, names);
    await renameInSavedViews(tx, names);
  }
  const { workspace, user } = viewer;
  await auditAll(
    tx,
    events.map((event) => ({ workspace, actor: user.id, ...event })),
  );
}

type BandEvent = Omit<AuditEvent, 'workspace' | 'actor'>;

/** What differs, band by band, as it is recorded. */
function changesOf(kind: ScoreKind, stored: readonly Band[], bands: readonly BandChange[]): BandEvent[] {
  const origins = bands.map((band) => stored.find(({ name }) => name === (band.was ?? band.name)));
  const updates = bands.flatMap(({ was: _, ...band }, i): BandEvent[] => {
    const origin = origins[i];
    if (!origin) return [{ action: `create ${kind} band`, subject: band.name, after: band }];
    const changed = changedFields({ ...origin, from: shortDecimal(origin.from) }, band);
    return changed ? [{ action: `update ${kind} band`, subject: origin.name, ...changed }] : [];
  });
  const gone = stored.filter((band) => !origins.includes(band));
  return [
    ...gone.map((band) => ({ action: `delete ${kind} band`, subject: band.name, before: band })),
    ...updates,
  ];
}

async function writeBands(
  tx: Tx,
  { workspace }: Viewer,
  kind: ScoreKind,
  bands: readonly Band[],
): Promise<void> {
  const table = sql.table(metricTables[kind].bands);
  await sql`delete from ${table} where workspace_id = ${workspace}`.execute(tx);
  const rows = bands.map(({ name, from, color }) => sql`(${workspace}, ${name}, ${from}, ${color})`);
  await sql`insert into ${table} (workspace_id, name, "from", color) values ${sql.join(rows)}`.execute(tx);
}

async function renameInOverrides(tx: Tx, names: ReadonlyMap<string, string>): Promise<void> {
  if (names.size === 0) return;
  await sql`update health_overrides o set status = it.new
    from unnest(${[...names.keys()]}::text[], ${[...names.values()]}::text[]) as it (old, new)
    where o.workspace_id = (select current_workspace()) and o.status = it.old`.execute(tx);
}
