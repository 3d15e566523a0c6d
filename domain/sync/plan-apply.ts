import { isCurrentClient } from '../companies/current.ts';
import type { CompanyRevenue } from '../contracts/company-revenue.ts';
import type { Stage } from '../portfolio/facts.ts';
import type { Cents } from '../portfolio/values.ts';
import { compareText } from '../text/compare.ts';
import { type ChangedRows, changedRows, type FileChanges } from './apply/changed-rows.ts';
import { type CompanyDecision, decideCompanies } from './apply/companies.ts';
import { COMPANY_COLUMNS, companyCells, mappedOwner } from './apply/company-row.ts';
import { CONTACT_COLUMNS, employeesByCompany, planContacts } from './apply/contacts.ts';
import {
  CONTRACT_COLUMNS,
  looseContract,
  looseRecord,
  planContracts,
  retireContracts,
} from './apply/contracts.ts';
import { warnOfCountedTwice } from './apply/counted-twice.ts';
import type { ApplyInput, Link, WrittenFile } from './apply/input.ts';
import { LINE_COLUMNS, planLines } from './apply/lines.ts';
import { type LinkBook, linkBook } from './apply/link-book.ts';
import { revenueByCompany } from './apply/resulting-mrr.ts';
import { FACT_COLUMNS, planFacts } from './apply/support-facts.ts';
import { planSurveys, SURVEY_COLUMNS } from './apply/surveys.ts';
import { type UnmappedPeriod, unmappedPeriods } from './apply/unmapped-periods.ts';
import { type Warning, warnings } from './apply/warnings.ts';

/** A company of the PSA, what becomes of it, and the MRR that it would have. */
export interface PlannedCompany extends CompanyDecision {
  /** Null: it is none of ours. */
  readonly mrr: Cents | null;
}

/** What brings the portfolio in step with what a connected system holds. */
export interface ApplyPlan {
  /** By name, then record. */
  readonly companies: readonly PlannedCompany[];
  /** Rows that are new or differ; nothing else is written. */
  readonly files: Readonly<Record<WrittenFile, FileChanges>>;
  /** New and changed links. */
  readonly links: readonly Link[];
  readonly unmappedPeriods: readonly UnmappedPeriod[];
  readonly warnings: readonly Warning[];
  /** Of all current clients, before and after. */
  readonly mrr: { readonly before: Cents; readonly after: Cents };
}

/**
 * "What does a sync do to our portfolio?" (docs/decisions/sync.md.) Compares the mirror of a connected system with the portfolio and
 * says what to create, change and deactivate. The order of records says nothing, and a plan that was carried out leaves nothing
 * to do. Nothing is deleted, and what the system does not own is not touched.
 */
export function planApply(input: ApplyInput): ApplyPlan {
  const { present, mirror, connection } = input;
  const rows = {
    companies: changedRows(COMPANY_COLUMNS, present.companies),
    contacts: changedRows(CONTACT_COLUMNS, present.contacts),
    contracts: changedRows(CONTRACT_COLUMNS, present.contracts),
    contract_lines: changedRows(LINE_COLUMNS, present.contract_lines),
    facts: changedRows(FACT_COLUMNS, present.facts),
    csat: changedRows(SURVEY_COLUMNS, present.csat),
  };
  const book = (kind: Link['kind'], file: WrittenFile) =>
    linkBook(kind, input.links, connection.vendor, present[file].keys());
  const books = {
    companies: book('companies', 'companies'),
    contacts: book('contacts', 'contacts'),
    contracts: book('contracts', 'contracts'),
    contractLines: book('contractLines', 'contract_lines'),
    surveys: book('surveys', 'csat'),
  };
  const told = warnings(connection.system);

  const decisions = decideCompanies(input, books.companies);
  putCompanies(input, decisions, books.companies, rows.companies);
  // one that was deleted here, and is gone there, has no row any more
  const keys = new Map(
    decisions.flatMap(({ record, key }) =>
      key !== null && rows.companies.row(key) ? [[record, key] as const] : [],
    ),
  );
  const keyOf = (record: string | null) => (record === null ? null : (keys.get(record) ?? null));
  const isKnown = (record: string | null) =>
    record !== null && (mirror.companies.has(record) || keys.has(record));

  planContacts(input, keyOf, books.contacts, rows.contacts);
  const contracts = planContracts(input, { keyOf, isKnown }, books.contracts, rows.contracts, told);
  const there = new Set(contracts.keys());
  const homes = {
    contracts,
    isKnown: (contract: string | null) =>
      mirror.contracts.has(contract ?? '') || books.contracts.of(contract ?? '') !== undefined,
    looseOf: (company: string | null) =>
      looseOf(company, keyOf(company), books.contracts, rows.contracts, there),
    isKnownCompany: isKnown,
  };
  planLines(input, homes, books.contractLines, rows.contract_lines, told);
  retireContracts(input, there, books.contracts, rows.contracts);
  const clients = new Map([...keys].filter(([record]) => mirror.companies.has(record)));
  planFacts(input, clients, rows.facts);
  planSurveys(input, keyOf, books.surveys, rows.csat);

  const { companies, contracts: ours, contract_lines: lines } = rows;
  const after = revenueByCompany(
    { companies: companies.all(), contracts: ours.all(), lines: lines.all() },
    input,
  );
  const fromSystem = [...books.contracts.all, ...books.contracts.changed].map(({ key }) => key);
  warnOfCountedTwice(after, companies, new Set(fromSystem), told);

  return {
    ...withMrr(input, decisions, companies, after),
    files: mapValues(rows, ({ changes }) => changes),
    links: Object.values(books).flatMap(({ changed }) => changed),
    unmappedPeriods: unmappedPeriods(input, contracts),
    warnings: told.list,
  };
}

function putCompanies(
  input: ApplyInput,
  decisions: readonly CompanyDecision[],
  links: LinkBook,
  rows: ChangedRows,
): void {
  const { mirror } = input;
  const employees = employeesByCompany(mirror.contacts.values());
  const locations = new Map<string, number>();
  for (const { company, active } of mirror.sites.values())
    if (company !== null) locations.set(company, (locations.get(company) ?? 0) + (active ? 1 : 0));
  for (const decision of decisions) {
    const { record, key, fields, action } = decision;
    if (key === null) continue;
    const link = links.of(record)!;
    const counts = {
      employees: employees.get(record) ?? fields?.employees ?? null,
      locations: locations.get(record) ?? null,
    };
    const cells = companyCells(input, decision, link, counts);
    if (rows.row(key) || action === 'create') rows.put(key, cells);
    if (action === 'bring back') links.change(link, { goneOn: null, stageBefore: null });
    if (cells.owner !== undefined && fields) links.change(link, { owner: mappedOwner(input, fields) });
  }
}

/** The key of the contract that holds what a company is billed for without one. Null: the company is none of ours. */
function looseOf(
  record: string | null,
  company: string | null,
  links: LinkBook,
  rows: ChangedRows,
  there: Set<string>,
): string | null {
  if (record === null || company === null) return null;
  const name = looseRecord(record);
  const link = links.of(name) ?? links.make(name, { made: 'created', name: `${record}-lines` });
  links.change(link, { goneOn: null });
  if (!there.has(name)) rows.put(link.key, looseContract(company, link.key));
  there.add(name);
  return link.key;
}

function withMrr(
  input: ApplyInput,
  decisions: readonly CompanyDecision[],
  rows: ChangedRows,
  after: ReadonlyMap<string, CompanyRevenue>,
): Pick<ApplyPlan, 'companies' | 'mrr'> {
  const { companies, contracts, contract_lines: lines } = input.present;
  const before = revenueByCompany({ companies, contracts, lines }, input);
  const sum = (of: ReadonlyMap<string, CompanyRevenue>, stageOf: (key: string) => string | undefined) =>
    [...of].reduce(
      (total, [key, { mrr }]) => total + (isCurrentClient((stageOf(key) || 'active') as Stage) ? mrr : 0),
      0,
    );
  const nameOf = ({ fields, key }: CompanyDecision) => fields?.name ?? rows.row(key ?? '')?.name ?? '';
  return {
    companies: decisions
      .map((decision) => ({
        ...decision,
        mrr: decision.key === null ? null : (after.get(decision.key)?.mrr ?? 0),
      }))
      .sort((a, b) => compareText(nameOf(a), nameOf(b)) || compareText(a.record, b.record)),
    mrr: {
      before: sum(before, (key) => companies.get(key)?.stage),
      after: sum(after, (key) => rows.row(key)?.stage),
    },
  };
}

function mapValues<Key extends string, From, To>(
  from: Readonly<Record<Key, From>>,
  map: (value: From) => To,
): Record<Key, To> {
  return Object.fromEntries(Object.entries(from).map(([key, value]) => [key, map(value as From)])) as Record<
    Key,
    To
  >;
}
