import { type RawBuilder, sql } from 'kysely';
import type { ExcludableContract, ExcludableVendor, Exclusions } from '../../contract/exclusions.ts';
import { addMonths } from '../../domain/calendar/day.ts';
import { contractRevenue } from '../../domain/contracts/contract-revenue.ts';
import { countedInWords } from '../../domain/contracts/counted.ts';
import { revenueUnlessExcluded } from '../../domain/contracts/unless-excluded.ts';
import type { Definitions } from '../../domain/portfolio/definitions.ts';
import type { Day } from '../../domain/portfolio/values.ts';
import { compareText } from '../../domain/text/compare.ts';
import { type ContractRow, contractRows } from '../contracts/contract-rows.ts';
import type { Tx } from '../platform/database/transaction.ts';

/** By which the contracts are judged, and what the companies are called. */
export interface Judgement {
  readonly definitions: Definitions;
  readonly asOf: Day;
  readonly nameOf: (company: string) => string;
}

/** What is excluded, and what vendors there are, at the companies that the transaction sees. */
export async function readExclusions(tx: Tx, judgement: Judgement): Promise<Exclusions> {
  const { vendors, ownContracts } = await readVendors(tx);
  const contracts = await readContracts(tx, judgement, sql`excluded`);
  return { vendors, ownContracts, contracts, etag: await etagOf(tx) };
}

/** The contracts for which `which` holds, by company, name and id. */
export async function readContracts(
  tx: Tx,
  judgement: Judgement,
  which: RawBuilder<unknown>,
): Promise<ExcludableContract[]> {
  const rows = await contractRows(tx, which);
  return rows
    .map((row) => excludable(row, judgement))
    .sort(
      (a, b) =>
        compareText(a.company.name, b.company.name) ||
        compareText(a.company.id, b.company.id) ||
        compareText(a.name, b.name) ||
        compareText(a.id, b.id),
    );
}

function excludable(
  { company, contract }: ContractRow,
  { definitions, asOf, nameOf }: Judgement,
): ExcludableContract {
  const days = { asOf, twelveMonthsAgo: addMonths(asOf, -12) };
  const { mrr, oneTime } = revenueUnlessExcluded(contract, definitions, days);
  const { id, name, vendor, status, start, end, excluded } = contract;
  return {
    id,
    name,
    company: { id: company, name: nameOf(company) },
    vendor,
    status,
    start,
    end,
    excluded,
    ...countedInWords(contractRevenue(contract, definitions, days), definitions.workspace.currency),
    mrr,
    oneTime,
  };
}

const own = sql`workspace_id = (select current_workspace())`;

async function readVendors(tx: Tx): Promise<{ vendors: ExcludableVendor[]; ownContracts: number }> {
  const { rows } = await sql<ExcludableVendor & { vendor: string | null }>`
    with contract as materialized (select key, vendor from contracts where ${own}),
      line as materialized (select contract, vendor from contract_lines where ${own} and vendor is not null),
      known as (
        select vendor, 1 as contracts, 0 as lines, false as excluded from contract
        union all select l.vendor, 0, 1, false from line l join contract c on c.key = l.contract and c.vendor is distinct from l.vendor
        union all select vendor, 0, 0, true from excluded_vendors where ${own}
      )
    select vendor, sum(contracts)::int as contracts, sum(lines)::int as lines, bool_or(excluded) as excluded
    from known group by vendor`.execute(tx);
  return {
    vendors: rows.filter(({ vendor }) => vendor !== null).sort((a, b) => compareText(a.vendor, b.vendor)),
    ownContracts: rows.find(({ vendor }) => vendor === null)?.contracts ?? 0,
  };
}

/** A sum over everything that is excluded as far as the transaction sees it. */
async function etagOf(tx: Tx): Promise<string> {
  const { rows } = await sql<{ etag: string }>`
    select '"' || md5(
      coalesce((select string_agg(md5(vendor), '' order by vendor collate "C") from excluded_vendors where ${own}), '') || '|' ||
      coalesce((select string_agg(md5(key), '' order by key collate "C") from contracts where ${own} and excluded), '')
    ) || '"' as etag`.execute(tx);
  return rows[0]!.etag;
}
