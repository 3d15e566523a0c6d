import { referenceTarget } from '../../../contract/bundle/cell-types.ts';
import { BUNDLE_FILES, type FileFormat } from '../../../contract/bundle/format.ts';
import type { BundleContents, NamedContent } from '../contents.ts';
import type { ErrorLog } from '../errors.ts';
import { REFERENCE_ORDER } from '../order.ts';
import { readTable } from '../read-table.ts';
import type { BundleFile, BundleSource } from '../source.ts';
import { query } from '../sql.ts';
import { adminRule } from './admins.ts';
import { answerRule, assessmentRule } from './assessments.ts';
import { bandRule } from './bands.ts';
import type { Ask, BundleInCheck, CheckedFile, FileInCheck, RowRule } from './file-in-check.ts';
import { identityRule, singleRowRule } from './identities.ts';
import { metricRule } from './metrics.ts';
import { onboardingTaskRule, onboardingTemplateRule } from './onboarding.ts';
import { overrideRule } from './overrides.ts';
import { periodRule } from './periods.ts';
import { primaryContactRule } from './primary-contacts.ts';
import { fileRule, recordRule, requirementRule } from './records.ts';
import { referenceRule } from './references.ts';
import { checkReplacedDefaults } from './replaced-defaults.ts';
import { type NotedCompanies, sameCompanyRules } from './same-company.ts';
import { checkKeptScores, scoreRule } from './scores.ts';
import { emailRule } from './users.ts';

/** Called as rows are read. */
export type OnRows = (file: string, rows: number) => void;

interface Checking {
  readonly progress: OnRows;
  /** There must be companies, in the bundle or already. */
  readonly needsCompanies: boolean;
  readonly signal: AbortSignal;
  readonly contents: BundleContents;
}

/**
 * Reads a whole bundle and notes everything that is wrong with it (docs/portfolio-format.md), alone and together with what
 * the workspace would keep beside it. Resolves to how many rows it has. Rejects when `signal` is aborted.
 */
export async function checkBundle(
  source: BundleSource,
  ask: Ask,
  log: ErrorLog,
  { progress, needsCompanies, signal, contents }: Checking,
): Promise<number> {
  const files = new Map<string, CheckedFile>();
  const bundle: BundleInCheck = { ask, log, files, knows: new Map() };
  const noted: Noted = {
    health_metrics: new Map(),
    effort_metrics: new Map(),
    named: [],
    companies: new Map(),
  };
  for (const error of source.errors) log.add(error);
  if (source.errors.length === 0 && needsCompanies) await checkRequiredFiles(source, bundle);
  for (const format of REFERENCE_ORDER) {
    const file = source.files.find(({ name }) => name === `${format.name}.csv`);
    if (file) files.set(format.name, await checkFile(format, file, bundle, noted, progress, signal));
  }
  await contents.check(noted.named, ask, log.of('files.csv'));
  await checkReplacedDefaults(bundle);
  await checkKeptScores(bundle, 'health_scores', 'health_metrics', noted.health_metrics);
  await checkKeptScores(bundle, 'effort_scores', 'effort_metrics', noted.effort_metrics);
  return [...files.values()].reduce((sum, { rows }) => sum + rows, 0);
}

/** The files whose rows are looked up once they are checked; of the others the memory is better spent. */
const LOOKED_UP = new Set([
  ...BUNDLE_FILES.flatMap(({ columns }) => columns.map(({ type }) => referenceTarget(type))),
  ...['health_scores', 'effort_scores', 'health_overrides'],
]);

/** What rows of one file say that the rules of another ask for. */
interface Noted extends Readonly<Record<'health_metrics' | 'effort_metrics', Map<string, string>>> {
  readonly named: NamedContent[];
  readonly companies: NotedCompanies;
}

async function checkFile(
  format: FileFormat,
  source: BundleFile,
  bundle: BundleInCheck,
  noted: Noted,
  onRows: OnRows,
  signal: AbortSignal,
): Promise<CheckedFile> {
  const report = bundle.log.of(source.name);
  const table = await readTable(format, source, report);
  const file: FileInCheck = { format, columns: table.columns, report, bundle };
  const lines = new Map<string, number>();
  let rows = 0;
  const rules = await rulesOf(file, lines, noted);
  for await (const batch of table.rows()) {
    signal.throwIfAborted();
    for (const row of batch) for (const rule of rules) rule.row(row);
    rows += batch.length;
    onRows(source.name, rows);
  }
  for (const rule of rules) rule.end?.(table.complete);
  if (!LOOKED_UP.has(format.name)) lines.clear();
  return { columns: table.columns, lines, complete: table.complete, rows };
}

async function rulesOf(file: FileInCheck, lines: Map<string, number>, noted: Noted): Promise<RowRule[]> {
  const { format, columns } = file;
  const rules: RowRule[] = [format.identity.length > 0 ? identityRule(file, lines) : singleRowRule(file)];
  for (const column of columns)
    if (referenceTarget(column.type)) rules.push(await referenceRule(file, column));
  rules.push(...(await sameCompanyRules(file, noted.companies)));
  for (const [from, to] of format.periods) rules.push(await periodRule(file, from, to));
  switch (format.name) {
    case 'contacts':
      return [...rules, await primaryContactRule(file)];
    case 'health_metrics':
    case 'effort_metrics':
      return [...rules, await metricRule(file, noted[format.name])];
    case 'health_scores':
      return [...rules, await scoreRule(file, 'health_metrics', noted.health_metrics)];
    case 'effort_scores':
      return [...rules, await scoreRule(file, 'effort_metrics', noted.effort_metrics)];
    case 'health_bands':
    case 'effort_bands':
    case 'alignment_bands':
      return [...rules, await bandRule(file)];
    case 'health_overrides':
      return [...rules, await overrideRule(file)];
    case 'assessments':
      return [...rules, assessmentRule(file)];
    case 'assessment_answers':
      return [...rules, answerRule(file)];
    case 'files':
      return [...rules, fileRule(file, noted.named)];
    case 'records':
      return [...rules, recordRule(file)];
    case 'record_requirements':
      return [...rules, requirementRule(file)];
    case 'onboarding_template':
      return [...rules, onboardingTemplateRule(file)];
    case 'onboarding_tasks':
      return [...rules, onboardingTaskRule(file)];
    case 'users':
      return [...rules, await emailRule(file), await adminRule(file)];
    default:
      return rules;
  }
}

/** Only companies.csv is required, and only until the workspace has companies. */
async function checkRequiredFiles(source: BundleSource, bundle: BundleInCheck) {
  if (source.files.some(({ name }) => name === 'companies.csv')) return;
  const known = await bundle.ask(async (tx, workspace) => {
    const sql = 'select exists (select from companies where workspace_id = $1) as found';
    const [row] = await query<{ found: boolean }>(tx, sql, [workspace]);
    return row!.found;
  });
  const present = source.files.map(({ name }) => name).join(', ') || 'no CSV file';
  if (!known)
    bundle.log.of('companies.csv')(
      1,
      1,
      `the file is missing: the bundle has ${present}; expected companies.csv`,
    );
}
