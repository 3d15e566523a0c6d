import { sql } from 'kysely';
import type { SyncPreview } from '../../contract/sync-preview.ts';
import type { WRITTEN_FILES } from '../../domain/sync/apply/input.ts';
import { type ApplyPlan, planApply } from '../../domain/sync/plan-apply.ts';
import { RECORD_KINDS, type RecordKind } from '../../domain/sync/records.ts';
import { compareText } from '../../domain/text/compare.ts';
import type { Database } from '../platform/database/database.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { readInput } from './apply/read-input.ts';
import type { ConnectionPlace, SyncContext } from './sync-context.ts';

/** What a sync of what was read would do, with nothing of it done: the plan that applyMirror would carry out. */
export async function previewMirror(
  context: Pick<SyncContext, 'database' | 'portfolios'>,
  place: ConnectionPlace,
  now: Date,
): Promise<SyncPreview> {
  const { input } = await readInput(context, place, await readKinds(context.database, place), now);
  const plan = planApply(input);
  const nameOf = (key: string) => input.present.companies.get(key)?.name ?? key;
  const named = (key: string) => ({ id: key, name: nameOf(key) });
  const companies = plan.companies.map(({ record, fields, key, action, reason, mrr, candidates }) => {
    const name = fields?.name ?? (key === null ? record : nameOf(key));
    const company = key === null ? null : action === 'create' ? { id: key, name } : named(key);
    return { record, name, company, action, reason, mrr, candidates: candidates.map(named) };
  });
  return {
    asOf: input.today,
    companies: companies.sort((a, b) => compareText(a.name, b.name) || compareText(a.record, b.record)),
    changes: changesOf(plan),
    unmappedPeriods: [...plan.unmappedPeriods],
    warnings: [...plan.warnings],
    mrr: plan.mrr,
  };
}

function changesOf({ files, links }: ApplyPlan): SyncPreview['changes'] {
  const gone = (kind: string) => links.filter((link) => link.kind === kind && link.goneOn !== null).length;
  const of = (file: (typeof WRITTEN_FILES)[number], kind: string) => ({
    create: files[file].created,
    update: Math.max(0, files[file].updated - gone(kind)),
    deactivate: gone(kind),
  });
  return {
    companies: of('companies', 'companies'),
    contacts: of('contacts', 'contacts'),
    contracts: of('contracts', 'contracts'),
    contractLines: of('contract_lines', 'contractLines'),
    surveys: of('csat', 'surveys'),
  };
}

/** The kinds that were read to their end at least once. */
async function readKinds(
  database: Database,
  { workspace, connection }: ConnectionPlace,
): Promise<ReadonlySet<RecordKind>> {
  const { rows } = await inWorkspace(database, { workspace, companies: 'all' }, (tx) =>
    sql<{ kind: RecordKind }>`select kind from sync_watermarks
      where workspace_id = ${workspace} and connection = ${connection}`.execute(tx),
  );
  const read = new Set(rows.map(({ kind }) => kind));
  return new Set(RECORD_KINDS.filter((kind) => read.has(kind)));
}
