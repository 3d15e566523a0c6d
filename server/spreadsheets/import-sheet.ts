import { type Kysely, sql } from 'kysely';
import type { Sheet, SheetProblem, SheetResult } from '../../contract/spreadsheets.ts';
import type { PlannedRow, SheetPlan } from '../../domain/spreadsheets/plan-rows.ts';
import type { Viewer } from '../access/viewer.ts';
import { importBundle } from '../bundle/import-bundle.ts';
import { bundleOfTexts } from '../bundle/source.ts';
import type { FileCounts } from '../bundle/write/write-bundle.ts';
import type { Database } from '../platform/database/database.ts';
import type { Tables } from '../platform/database/tables.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { planSheet } from './plan-sheet.ts';
import { sheetFile } from './sheet-file.ts';
import { formatOf, readImages } from './stored-images.ts';

const MOST_PROBLEMS = 1000;
const MOST_ROWS = 500;

/**
 * Brings in a sheet, or with `dryRun` says what it would do and everything that is wrong with it. Without it a problem is
 * refused (`unprocessable`), as is a portfolio that changed meanwhile (`conflict`); then nothing is written.
 */
export async function importSheet(
  database: Database,
  viewer: Viewer,
  sheet: Sheet,
  { dryRun, now }: { readonly dryRun: boolean; readonly now: Date },
): Promise<SheetResult> {
  requireMapping(sheet);
  const { workspace, user } = viewer;
  const revision = await revisionOf(database, workspace);
  const plan = await planSheet(database, viewer, sheet);
  const file = sheetFile(sheet, plan.rows);
  let id: string | null = null;
  const result = await importBundle(database, bundleOfTexts(new Map([[file.name, file.text]])), {
    workspace,
    actor: user.id,
    part: 'spreadsheet',
    dryRun: dryRun || plan.problems.length > 0,
    atRevision: revision,
    alongside: async (tx, write) => {
      id = await remembered(tx, { viewer, sheet, rows: plan.rows, now }, write);
    },
  });
  const problems = [...plan.problems, ...(result.ok ? [] : result.errors.map(file.problemAt))];
  if (problems.length > 0 && !dryRun) throw refused(problems);
  return {
    import: dryRun ? null : id,
    ...countsOf(plan, problems),
    problems: problems.slice(0, MOST_PROBLEMS),
    moreProblems: Math.max(0, problems.length - MOST_PROBLEMS),
    rows: plan.rows
      .filter(({ action }) => action !== 'none')
      .slice(0, MOST_ROWS)
      .map(({ row, action, name, changes }) => ({ row, action, name, changes: [...changes] })),
  };
}

function requireMapping({ headings, mapping, rows }: Sheet): void {
  if (mapping.length !== headings.length)
    throw new Refusal(
      'unprocessable',
      `Field "mapping" has ${mapping.length} entries; expected one for each of the ${headings.length} headings.`,
    );
  const given = mapping.filter((name) => name !== null);
  const twice = given.find((name, i) => given.indexOf(name) !== i);
  if (twice !== undefined)
    throw new Refusal('unprocessable', `Field "mapping" has "${twice}" twice; expected each field once.`);
  if (rows.length === 0)
    throw new Refusal('unprocessable', 'Field "rows" is empty; expected one row at least.');
}

function refused(problems: readonly SheetProblem[]): Refusal {
  const count = problems.length === 1 ? 'One thing is' : `${problems.length} things are`;
  return new Refusal('unprocessable', `${count} wrong in the sheet. Nothing was written.`, {
    details: { problems: problems.slice(0, MOST_PROBLEMS) },
  });
}

function countsOf({ rows }: SheetPlan, problems: readonly SheetProblem[]) {
  const wrong = new Set(problems.map(({ row }) => row));
  const count = (action: PlannedRow['action']) =>
    rows.filter((row) => row.action === action && !wrong.has(row.row)).length;
  return { created: count('create'), updated: count('update'), unchanged: count('none') };
}

interface Remembered {
  readonly viewer: Viewer;
  readonly sheet: Sheet;
  readonly rows: readonly PlannedRow[];
  readonly now: Date;
}

/** Writes, and keeps each row that it changes as it was before and after. */
async function remembered(
  tx: Kysely<Tables>,
  { viewer, sheet, rows, now }: Remembered,
  write: () => Promise<readonly FileCounts[]>,
): Promise<string> {
  const identities = rows
    .filter(({ action }) => action !== 'none')
    .map(({ cells }) => formatOf(sheet.kind).identity.map((name) => cells[name]!));
  const before = await readImages(tx, sheet.kind, identities);
  const [counts = { created: 0, updated: 0, unchanged: 0 }] = await write();
  const after = await readImages(tx, sheet.kind, identities);
  const { rows: made } = await sql<{ id: string }>`
    insert into spreadsheet_imports (workspace_id, kind, file_name, headings, mapping, dates, decimals, imported_at,
      imported_by, created, updated, unchanged)
    values (${viewer.workspace}, ${sheet.kind}, ${sheet.fileName}, ${sheet.headings}::text[], ${sheet.mapping}::text[],
      ${sheet.dates}, ${sheet.decimals}, ${now}, ${viewer.user.id}, ${counts.created}, ${counts.updated}, ${counts.unchanged})
    returning id::text`.execute(tx);
  const id = made[0]!.id;
  const was = new Map(before.map(({ identity, row }) => [JSON.stringify(identity), row]));
  const images = after.map(({ identity, row }) => ({
    identity,
    before: was.get(JSON.stringify(identity)) ?? null,
    after: row,
  }));
  await sql`insert into spreadsheet_import_rows (workspace_id, import, identity, before, after)
    select ${viewer.workspace}, ${id}, array(select jsonb_array_elements_text(i -> 'identity')),
      nullif(i -> 'before', 'null'), i -> 'after'
    from jsonb_array_elements(${JSON.stringify(images)}::jsonb) as i`.execute(tx);
  return id;
}

async function revisionOf(database: Database, workspace: string): Promise<number> {
  const { rows } = await inWorkspace(database, { workspace, companies: 'all' }, (tx) =>
    sql<{ revision: number }>`select revision from workspaces where id = ${workspace}`.execute(tx),
  );
  return rows[0]!.revision;
}
