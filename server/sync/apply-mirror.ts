import type { Kysely } from 'kysely';
import type { Stage } from '../../domain/portfolio/facts.ts';
import { doneInWords } from '../../domain/sync/apply/done-in-words.ts';
import { WRITTEN_FILES } from '../../domain/sync/apply/input.ts';
import { type ApplyPlan, planApply } from '../../domain/sync/plan-apply.ts';
import { RECORD_KINDS } from '../../domain/sync/records.ts';
import { csvRow } from '../bundle/export/csv-row.ts';
import { importBundle } from '../bundle/import-bundle.ts';
import { bundleOfTexts } from '../bundle/source.ts';
import { recordStageChange } from '../lifecycle/record-stage-change.ts';
import type { Tables } from '../platform/database/tables.ts';
import { inWorkspace, type Tx } from '../platform/database/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { writeLinks } from './apply/links.ts';
import { type ReadInput, readInput } from './apply/read-input.ts';
import type { ApplyCall, ApplyMirror } from './sync-context.ts';

/** So often it is planned again because somebody changed the portfolio meanwhile. */
const ATTEMPTS = 5;

/**
 * Brings the portfolio in step with a connection's mirror: what differs is written by the bundle's importer, with its checks, in one
 * transaction together with the links, or nothing is. If the portfolio changed since it was read, it is planned once more.
 * Resolves to what was done, in a sentence. Refuses (`conflict`) a portfolio that never stands still.
 */
export const applyMirror: ApplyMirror = async (context, call) => {
  const read = new Set(RECORD_KINDS.filter((kind) => !call.unread.includes(kind)));
  for (let attempt = 1; ; attempt++) {
    const from = await readInput(context, call, read, call.now);
    const plan = planApply(from.input);
    try {
      await write(context, call, from, plan);
      return doneInWords(plan);
    } catch (error) {
      const isConflict = error instanceof Refusal && error.code === 'conflict';
      if (!isConflict || attempt === ATTEMPTS) throw error;
    }
  }
};

async function write(
  { database }: Parameters<ApplyMirror>[0],
  call: ApplyCall,
  { input, revision }: ReadInput,
  plan: ApplyPlan,
): Promise<void> {
  const { workspace, connection } = call;
  const texts = textsOf(plan);
  if (texts.size === 0 && plan.links.length === 0) return;
  if (texts.size === 0)
    return inWorkspace(database, { workspace, companies: 'all' }, async (tx) => {
      await call.requireRun(tx);
      await writeLinks(tx, connection, plan.links);
    });
  const result = await importBundle(database, bundleOfTexts(texts), {
    workspace,
    part: 'synced data',
    subject: input.connection.system,
    atRevision: revision,
    alongside: async (tx, writeFiles) => {
      await call.requireRun(tx as Tx);
      await writeFiles();
      await writeLinks(tx as Tx, connection, plan.links);
      await recordStages(tx, workspace, input, plan);
    },
  });
  if (result.ok) return;
  const [first] = result.errors;
  throw new Refusal(
    'unprocessable',
    `What ${input.connection.system} holds does not fit: ${first!.file}, line ${first!.line}: ${first!.message}`,
  );
}

function textsOf({ files }: ApplyPlan): Map<string, string> {
  const written = WRITTEN_FILES.filter((file) => files[file].rows.length > 0);
  return new Map(
    written.map((file) => {
      const { columns, rows } = files[file];
      const lines = rows.map((row) => csvRow(columns.map((name) => row[name]!)));
      return [`${file}.csv`, csvRow(columns) + lines.join('')];
    }),
  );
}

/** Companies that went or came back stand in the history of their stages; how one came in, the import says. */
async function recordStages(
  tx: Kysely<Tables>,
  workspace: string,
  { present, connection }: ReadInput['input'],
  { files, companies }: ApplyPlan,
): Promise<void> {
  const reasons = new Map(companies.map(({ key, reason }) => [key, reason]));
  for (const { key, stage } of files.companies.rows) {
    const before = present.companies.get(key!);
    const from = (before?.stage || 'active') as Stage;
    const to = (stage || 'active') as Stage;
    if (!before || from === to) continue;
    const note = reasons.get(key!) ?? null;
    await recordStageChange(tx as Tx, {
      ...{ workspace, company: key!, by: connection.system, from, to, note, forced: false },
    });
  }
}
