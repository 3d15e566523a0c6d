import { referenceTarget } from '../../../contract/bundle/cell-types.ts';
import { BUNDLE_FILES, type FileFormat, fileFormat } from '../../../contract/bundle/format.ts';
import { listEntries } from '../cells/list.ts';
import { shown } from '../errors.ts';
import type { PresentColumn } from '../header.ts';
import { query } from '../sql.ts';
import { type BundleInCheck, cellAccess, type FileInCheck, type RowRule } from './file-in-check.ts';

/** Whose the rows of a file are: the company by key. */
type CompanyByKey = Map<string, string>;

/** By file, as far as they have been checked. */
export type NotedCompanies = Map<string, CompanyByKey>;

/** A meeting speaks of its own company's recommendations, with its own contacts: what a row names is of the row's company. */
export async function sameCompanyRules(file: FileInCheck, noted: NotedCompanies): Promise<RowRule[]> {
  const { format, columns } = file;
  const rules: RowRule[] = ASKED_ABOUT.has(format.name) ? [notingRule(file, noted)] : [];
  const naming = columns.filter(({ name }) => namesRowOfCompany(format, name));
  if (naming.length === 0) return rules;
  const companyOf = await rowCompany(file, noted);
  for (const column of naming) rules.push(await sameCompanyRule(file, column, companyOf, noted));
  return rules;
}

type Row = Parameters<RowRule['row']>[0];

async function sameCompanyRule(
  file: FileInCheck,
  column: PresentColumn,
  companyOf: (row: Row) => string | undefined,
  noted: NotedCompanies,
): Promise<RowRule> {
  const companies = await companiesOf(file.bundle, referenceTarget(column.type)!, noted);
  const cell = cellAccess(file.columns, column.name);
  return {
    row(row) {
      const [value, own] = [cell.of(row), companyOf(row)];
      if (typeof value !== 'string' || own === undefined) return;
      for (const key of column.type.kind === 'references' ? (listEntries(value) ?? []) : [value]) {
        const other = companies.get(key);
        if (other !== undefined && other !== own)
          file.report(
            row.line,
            column.place,
            `${column.name} names ${shown(key)} of ${shown(other)}; expected one of ${shown(own)}, as the row is`,
          );
      }
    },
  };
}

/** Notes whose each row is, for the rules of other files. */
function notingRule(file: FileInCheck, noted: NotedCompanies): RowRule {
  const [key, company] = [cellAccess(file.columns, 'key'), cellAccess(file.columns, 'company')];
  const companies: CompanyByKey = new Map();
  noted.set(file.format.name, companies);
  return {
    row(row) {
      const [id, of] = [key.of(row), company.of(row)];
      if (typeof id === 'string' && typeof of === 'string') companies.set(id, of);
    },
  };
}

/** A row's company: its own cell, or that of the row which it belongs to, as a record does to its meeting. */
async function rowCompany(
  { format, columns, bundle }: FileInCheck,
  noted: NotedCompanies,
): Promise<(row: Row) => string | undefined> {
  const { companyFrom } = format;
  const cell = cellAccess(columns, companyFrom ?? 'company');
  const parents = companyFrom === undefined ? null : await companiesOf(bundle, parentOf(format)!, noted);
  return (row) => {
    const value = cell.of(row);
    if (typeof value !== 'string') return undefined;
    return parents ? parents.get(value) : value;
  };
}

/** The workspace's rows with those of the bundle, which take their place. */
async function companiesOf(
  bundle: BundleInCheck,
  file: string,
  noted: NotedCompanies,
): Promise<CompanyByKey> {
  const stored = await bundle.ask((tx, workspace) =>
    query<{ key: string; company: string }>(tx, `select key, company from ${file} where workspace_id = $1`, [
      workspace,
    ]),
  );
  return new Map([...stored.map(({ key, company }) => [key, company] as const), ...(noted.get(file) ?? [])]);
}

const has = (format: FileFormat | undefined, column: string): boolean =>
  format?.columns.some(({ name }) => name === column) ?? false;

/** The column names rows that are a company's, in a file whose own rows are, and is not what says whose. */
function namesRowOfCompany(format: FileFormat, column: string): boolean {
  if (column === format.companyFrom || !(has(format, 'company') || format.companyFrom)) return false;
  return has(targetOf(format, column), 'company');
}

function targetOf(format: FileFormat, column: string): FileFormat | undefined {
  const found = format.columns.find(({ name }) => name === column);
  return found && fileFormat(referenceTarget(found.type) ?? '');
}

const parentOf = (format: FileFormat): string | undefined =>
  format.companyFrom === undefined ? undefined : targetOf(format, format.companyFrom)?.name;

/** The files whose companies the rules look up. */
const ASKED_ABOUT: ReadonlySet<string> = new Set(
  BUNDLE_FILES.flatMap((format) => {
    const naming = format.columns.filter(({ name }) => namesRowOfCompany(format, name));
    const targets = naming.map(({ name }) => targetOf(format, name)?.name);
    return [...targets, naming.length > 0 ? parentOf(format) : undefined].filter(
      (name) => name !== undefined,
    );
  }),
);
