import { sql } from 'kysely';
import type { Contract, ContractLine } from '../../contract/contracts.ts';
import type { SyncedFrom } from '../../contract/synced-from.ts';
import { type CompanyRevenue, companyRevenue } from '../../domain/contracts/company-revenue.ts';
import type { ContractRevenue, RevenueItem } from '../../domain/contracts/contract-revenue.ts';
import { countedInWords } from '../../domain/contracts/counted.ts';
import { amountCurrency } from '../../domain/contracts/explain-revenue.ts';
import { itemReason, revenueFromReason } from '../../domain/contracts/reasons.ts';
import { compareText } from '../../domain/text/compare.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { notFound } from '../platform/http/refusal.ts';
import { loadCompanyFacts } from '../portfolio/company-facts.ts';
import type { LoadedPortfolio } from '../portfolio/loaded-portfolio.ts';
import { type StoredSource, syncedFrom } from '../sync/synced-from.ts';

type Rules = Pick<LoadedPortfolio, 'definitions' | 'asOf'>;

/** What the facts do not say about a company's contracts and lines, by key. */
interface Kept {
  readonly contractEtags: ReadonlyMap<string, string>;
  readonly lineEtags: ReadonlyMap<string, string>;
  /** The contracts that were typed here. */
  readonly manual: ReadonlySet<string>;
  readonly sources: ReadonlyMap<string, SyncedFrom>;
}

/** A company's contracts by name then id, and the revenue that they come to. The transaction must see the company. */
export async function readContracts(
  tx: Tx,
  { definitions, asOf }: Rules,
  company: string,
): Promise<{ contracts: Contract[]; revenue: CompanyRevenue; overrides: Overrides }> {
  const [facts] = await loadCompanyFacts(tx, [company], definitions.workspace.timeZone);
  if (!facts) throw notFound('company', company);
  const kept = await readKept(tx, company);
  const revenue = companyRevenue(facts, definitions, asOf);
  const contracts = revenue.contracts
    .map((contract) => contractOf(contract, company, definitions.workspace.currency, kept))
    .sort((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id));
  const { mrrOverride, oneTimeOverride } = facts;
  return { contracts, revenue, overrides: { mrrOverride, oneTimeOverride } };
}

interface Overrides {
  readonly mrrOverride: number | null;
  readonly oneTimeOverride: number | null;
}

export async function readContract(tx: Tx, rules: Rules, company: string, id: string): Promise<Contract> {
  const { contracts } = await readContracts(tx, rules, company);
  const contract = contracts.find((candidate) => candidate.id === id);
  if (!contract) throw notFound('contract', id);
  return contract;
}

/** A line with the contract that it stands in. */
export async function readLine(
  tx: Tx,
  rules: Rules,
  company: string,
  id: string,
): Promise<{ contract: Contract; line: ContractLine }> {
  const { contracts } = await readContracts(tx, rules, company);
  for (const contract of contracts) {
    const line = contract.lines.find((candidate) => candidate.id === id);
    if (line) return { contract, line };
  }
  throw notFound('contract line', id);
}

interface KeptRow {
  readonly kind: 'contract' | 'line' | 'manual';
  readonly key: string;
  readonly etag: string | null;
  readonly source: StoredSource | null;
}

async function readKept(tx: Tx, company: string): Promise<Kept> {
  const { rows } = await sql<KeptRow>`
    select 'contract' as kind, key, '"' || md5(c::text) || '"' as etag, synced_from('contracts', key) as source from contracts c
      where workspace_id = (select current_workspace()) and company = ${company}
    union all select 'line', key, '"' || md5(l::text) || '"', null from contract_lines l
      where workspace_id = (select current_workspace()) and company = ${company}
    union all select 'manual', subject, null, null from audit_events
      where workspace_id = (select current_workspace()) and company = ${company} and action = 'create contract'`.execute(
    tx,
  );
  const etags = (kind: string) =>
    new Map(rows.flatMap((row) => (row.kind === kind ? [[row.key, row.etag!] as const] : [])));
  return {
    contractEtags: etags('contract'),
    lineEtags: etags('line'),
    sources: new Map(
      rows.flatMap(({ key, source }) => (source ? [[key, syncedFrom('contracts', source)!] as const] : [])),
    ),
    manual: new Set(rows.flatMap((row) => (row.kind === 'manual' ? [row.key] : []))),
  };
}

function contractOf(revenue: ContractRevenue, company: string, currency: string, kept: Kept): Contract {
  const { lines: _, ...contract } = revenue.contract;
  const from = kept.sources.get(contract.id) ?? null;
  const header = revenue.items.find((item) => item.line === null);
  const worth = (item: RevenueItem) => ({
    worth: item.amount,
    worthCurrency: amountCurrency(revenue, currency),
    worthCycle: item.cycle,
    counts: item.verdict === 'counts',
    reason: itemReason(item, revenue, currency),
  });
  return {
    ...contract,
    company,
    exchangeRate: revenue.rate,
    source: from ? 'psa' : kept.manual.has(contract.id) ? 'manual' : 'import',
    syncedFrom: from,
    mrr: revenue.mrr,
    oneTime: revenue.oneTime,
    ...countedInWords(revenue, currency),
    counted: { from: revenue.revenueFrom, reason: revenueFromReason(revenue) },
    header: header ? worth(header) : null,
    lines: revenue.items.flatMap((item) =>
      item.line ? [{ ...item.line, ...worth(item), etag: kept.lineEtags.get(item.line.id)! }] : [],
    ),
    etag: kept.contractEtags.get(contract.id)!,
  };
}
