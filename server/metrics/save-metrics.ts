import { sql } from 'kysely';
import type { MetricChange, MetricDefinition } from '../../contract/metric-definitions.ts';
import type { ScoreKind } from '../../contract/metrics.ts';
import { metricProblems } from '../../domain/metrics/metric-problems.ts';
import { compare, parseDecimal } from '../../domain/money/fraction.ts';
import type { Metric } from '../../domain/portfolio/definitions.ts';
import { audit } from '../access/audit.ts';
import type { Viewer } from '../access/viewer.ts';
import { assignments, changedFields, insertion } from '../platform/database/changed-fields.ts';
import { newKeys } from '../platform/database/new-keys.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { writeDefaultMetrics } from './default-metrics.ts';
import { metricColumns, metricFields, metricWords, storedFields } from './metric-fields.ts';
import { metricTables } from './tables.ts';

/**
 * Brings the metrics of a kind to what they are to be, in this order: changes, retires, adds, and deletes those left out
 * that no company has points of (409 otherwise). Nothing is written where nothing differs; what is wrong is refused.
 */
export async function saveMetrics(
  tx: Tx,
  viewer: Viewer,
  kind: ScoreKind,
  stored: readonly MetricDefinition[],
  wanted: readonly MetricChange[],
): Promise<void> {
  const places = wanted.map((change) => placeOf(stored, change));
  const gone = stored.filter((metric) => !places.includes(metric));
  requireUnused(gone);
  if (isSame(stored, places, wanted)) return;
  await writeDefaultMetrics(tx, viewer, kind);
  for (const metric of gone) await deleteMetric(tx, viewer, kind, metric);
  const ids: string[] = [];
  for (const [i, change] of wanted.entries()) {
    const metric = places[i];
    ids.push(
      metric
        ? await updateMetric(tx, viewer, kind, metric, change)
        : await createMetric(tx, viewer, kind, change),
    );
  }
  const kept = stored.filter((metric) => places.includes(metric));
  await putInOrder(tx, viewer, kind, kept, { ids, names: wanted.map(({ name }) => name) });
}

function placeOf(stored: readonly MetricDefinition[], change: MetricChange): MetricDefinition | undefined {
  if (change.id === null) return undefined;
  const metric = stored.find(({ id }) => id === change.id);
  if (!metric)
    throw new Refusal('unprocessable', `There is no metric "${change.id}"; a new one has the id null.`);
  if (metric.kind !== change.kind)
    throw new Refusal(
      'unprocessable',
      `"${metric.name}" is of the kind ${metric.kind}, which stays; retire it and add another.`,
    );
  return metric;
}

function requireUnused(gone: readonly MetricDefinition[]): void {
  const used = gone.find(({ scores }) => scores > 0);
  if (!used) return;
  const companies = used.scores === 1 ? '1 company has' : `${used.scores} companies have`;
  throw new Refusal('conflict', `${companies} points of "${used.name}". Retire it instead.`);
}

function requireSound(change: MetricChange, highest: string | null): void {
  const metric = { ...change, id: change.id ?? '', order: null } as Metric;
  const [problem] = metricProblems(metric, highest);
  if (problem) throw new Refusal('unprocessable', `Metric "${change.name}": ${problem.message}.`);
}

function isSame(
  stored: readonly MetricDefinition[],
  places: readonly (MetricDefinition | undefined)[],
  wanted: readonly MetricChange[],
): boolean {
  return (
    stored.length === places.length &&
    places.every(
      (metric, i) =>
        metric !== undefined &&
        metric === stored[i] &&
        changedFields(metricFields(metric), metricFields(wanted[i]!)) === null,
    )
  );
}

async function updateMetric(
  tx: Tx,
  { workspace, user }: Viewer,
  kind: ScoreKind,
  metric: MetricDefinition,
  change: MetricChange,
): Promise<string> {
  const changed = changedFields(metricFields(metric), metricFields(change));
  if (!changed) return metric.id;
  requireSound(change, metric.highest);
  await sql`update ${sql.table(metricTables[kind].metrics)}
    set ${assignments(metricColumns, storedFields(changed.after))}
    where workspace_id = ${workspace} and key = ${metric.id}`.execute(tx);
  const fields = Object.keys(changed.after);
  const verb =
    fields.length > 1 || fields[0] !== 'retired' ? 'update' : change.retired ? 'retire' : 'restore';
  await audit(tx, {
    workspace,
    actor: user.id,
    action: `${verb} ${kind} metric`,
    subject: metric.id,
    before: metricWords(changed.before),
    after: metricWords(changed.after),
  });
  return metric.id;
}

async function createMetric(
  tx: Tx,
  { workspace, user }: Viewer,
  kind: ScoreKind,
  change: MetricChange,
): Promise<string> {
  requireSound(change, null);
  const fields = metricFields(change);
  const { columns, values } = insertion(metricColumns, storedFields(fields));
  for (const key of newKeys(change.name)) {
    const { rows } = await sql`insert into ${sql.table(metricTables[kind].metrics)}
      (workspace_id, key, kind${columns}) values (${workspace}, ${key}, ${change.kind}${values})
      on conflict do nothing returning key`.execute(tx);
    if (rows.length === 0) continue;
    const after = { kind: change.kind, ...metricWords(fields) };
    await audit(tx, { workspace, actor: user.id, action: `create ${kind} metric`, subject: key, after });
    return key;
  }
  throw new Error('there are keys without end');
}

async function deleteMetric(
  tx: Tx,
  { workspace, user }: Viewer,
  kind: ScoreKind,
  metric: MetricDefinition,
): Promise<void> {
  await sql`delete from ${sql.table(metricTables[kind].metrics)}
    where workspace_id = ${workspace} and key = ${metric.id}`.execute(tx);
  const before = { kind: metric.kind, ...metricWords(metricFields(metric)) };
  await audit(tx, { workspace, actor: user.id, action: `delete ${kind} metric`, subject: metric.id, before });
}

/** Numbers them anew, unless the numbers that they have already put them into this order. */
async function putInOrder(
  tx: Tx,
  { workspace, user }: Viewer,
  kind: ScoreKind,
  kept: readonly MetricDefinition[],
  wanted: { readonly ids: readonly string[]; readonly names: readonly string[] },
): Promise<void> {
  const orders = new Map(kept.map(({ id, order }) => [id, order]));
  const known = wanted.ids.map((id) => orders.get(id) ?? null);
  const rises = known.every(
    (order, i) =>
      order !== null && (i === 0 || compare(parseDecimal(known[i - 1]!), parseDecimal(order)) < 0),
  );
  if (rises) return;
  await sql`update ${sql.table(metricTables[kind].metrics)} m set "order" = wanted.place
    from unnest(${wanted.ids}::text[]) with ordinality as wanted (key, place)
    where m.workspace_id = ${workspace} and m.key = wanted.key`.execute(tx);
  const before = kept.map(({ id }) => id);
  const after = wanted.ids.filter((id) => before.includes(id));
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  const nameOf = (id: string) => wanted.names[wanted.ids.indexOf(id)];
  await audit(tx, {
    workspace,
    actor: user.id,
    action: `reorder ${kind} metrics`,
    before: { order: before.map(nameOf) },
    after: { order: after.map(nameOf) },
  });
}
