import { type Kysely, type RawBuilder, sql } from 'kysely';
import { dayInZone } from '../../domain/calendar/day.ts';
import type {
  Alignment,
  Assessment,
  CompanyFacts,
  Contract,
  ContractLine,
  CsatResponse,
  Fact,
  HealthOverride,
  MetricScore,
  Recommendation,
  RecommendationLine,
} from '../../domain/portfolio/facts.ts';
import type { Tables } from '../platform/database/tables.ts';

/** How a row of one kind travels: each property of the domain's type from an SQL expression over its table. */
type Columns<T> = { readonly [K in keyof T]-?: string };

type Company = Pick<
  CompanyFacts,
  | 'id'
  | 'name'
  | 'stage'
  | 'owner'
  | 'tags'
  | 'mrrOverride'
  | 'oneTimeOverride'
  | 'employeesSynced'
  | 'employeesOverride'
  | 'locations'
>;
const company: Columns<Company> = {
  id: 'key',
  name: 'name',
  stage: `coalesce(stage, 'active')`,
  owner: 'owner',
  tags: `coalesce(tags, '{}')`,
  mrrOverride: 'mrr_override',
  oneTimeOverride: 'one_time_override',
  employeesSynced: 'employees_synced',
  employeesOverride: 'employees_override',
  locations: 'locations',
};

const contract: Columns<Omit<Contract, 'lines'>> = {
  id: 'key',
  name: 'name',
  vendor: 'vendor',
  status: `coalesce(status, 'active')`,
  start: 'start',
  end: '"end"',
  cycle: 'cycle',
  amount: 'amount',
  currency: 'currency',
  revenueFrom: 'revenue_from',
  excluded: 'coalesce(excluded, false)',
  unmappedCycle: 'unmapped_cycle',
};

const contractLine: Columns<ContractLine & { contract: string }> = {
  contract: 'contract',
  id: 'key',
  description: 'description',
  productCode: 'product_code',
  vendor: 'vendor',
  quantity: 'quantity::text',
  unitPrice: 'unit_price',
  cycle: 'cycle',
  start: 'start',
  cancelledOn: 'cancelled_on',
  unmappedCycle: 'unmapped_cycle',
};

const alignment: Columns<Alignment> = {
  stackItem: 'stack_item',
  applicable: 'applicable',
  currentProduct: 'current_product',
  opportunityProduct: 'opportunity_product',
  alignment: 'alignment::text',
  agreementInclusion: 'agreement_inclusion',
  mrrOpportunity: 'mrr_opportunity',
  oneTimeOpportunity: 'one_time_opportunity',
  currentMrr: 'current_mrr',
  setOn: 'set_on',
  setBy: 'set_by',
  provider: 'provider',
  threat: 'coalesce(threat, false)',
};

const recommendation: Columns<Omit<Recommendation, 'lines'>> = {
  id: 'key',
  title: 'title',
  status: 'status',
  winProbability: 'win_probability::text',
};

const recommendationLine: Columns<RecommendationLine & { recommendation: string }> = {
  recommendation: 'recommendation',
  id: 'key',
  stackItem: 'stack_item',
  mrr: 'mrr',
  oneTime: 'one_time',
};

const score: Columns<MetricScore> = {
  metric: 'metric',
  points: 'points::text',
  setOn: 'set_on',
  setBy: 'set_by',
  note: 'note',
};

const override: Columns<HealthOverride> = {
  status: 'status',
  reason: 'reason',
  setOn: 'set_on',
  expiresOn: 'expires_on',
  setBy: 'set_by',
};

const fact: Columns<Fact> = { fact: 'fact', value: 'value', asOf: 'as_of' };

type CsatRow = Omit<CsatResponse, 'day'> & { answeredAt: number };
const csat: Columns<CsatRow> = {
  id: 'key',
  answeredAt: '(extract(epoch from answered_at) * 1000)::float8',
  rating: 'rating',
};

const assessment: Columns<Assessment> = {
  id: 'key',
  template: 'template',
  takenOn: 'taken_on',
  score: 'score::text',
};

type Meeting = CompanyFacts['meetings'][number];
const meeting: Columns<Meeting> = { date: 'date', status: `coalesce(status, 'planned')` };

type Row = readonly unknown[];

/** What the statement below returns for each company: rows as arrays, which are a third as long as objects. */
export interface FactsRow {
  readonly company: Row;
  readonly contacts: readonly [total: number, active: number];
  readonly contracts: readonly Row[];
  readonly contractLines: readonly Row[];
  readonly alignments: readonly Row[];
  readonly recommendations: readonly Row[];
  readonly recommendationLines: readonly Row[];
  readonly healthScores: readonly Row[];
  readonly effortScores: readonly Row[];
  readonly healthOverrides: readonly Row[];
  readonly facts: readonly Row[];
  readonly csat: readonly Row[];
  readonly assessments: readonly Row[];
  readonly meetings: readonly Row[];
}

const rowOf = (columns: Record<string, string>) => `json_build_array(${Object.values(columns).join(', ')})`;

/** The rows of the company `c` in a table, in a fixed order. */
const rowsOf = (table: string, columns: Record<string, string>, order: string) =>
  `(select coalesce(json_agg(${rowOf(columns)} order by ${order}), '[]') from ${table} where workspace_id = c.workspace_id and company = c.key)`;

const byKey = 'key collate "C"';

const everything: Columns<FactsRow> = {
  company: rowOf(company),
  contacts: `(select json_build_array(count(*), count(*) filter (where coalesce(active, true))) from contacts where workspace_id = c.workspace_id and company = c.key)`,
  contracts: rowsOf('contracts', contract, byKey),
  contractLines: rowsOf('contract_lines', contractLine, byKey),
  alignments: rowsOf('alignments', alignment, 'stack_item collate "C"'),
  recommendations: rowsOf('recommendations', recommendation, byKey),
  recommendationLines: rowsOf('recommendation_lines', recommendationLine, byKey),
  healthScores: rowsOf('health_scores', score, 'metric collate "C"'),
  effortScores: rowsOf('effort_scores', score, 'metric collate "C"'),
  healthOverrides: rowsOf('health_overrides', override, 'set_on'),
  facts: rowsOf('facts', fact, 'fact collate "C"'),
  csat: rowsOf('(select * from csat where withdrawn is not true) standing', csat, byKey),
  assessments: rowsOf('(select * from assessments where score is not null) scored', assessment, byKey),
  meetings: rowsOf('meetings', meeting, 'date, key collate "C"'),
};

/** One company a row; `which` is what its key must fulfil, such as `= any(…)`. */
export function companyFactsQuery(which: RawBuilder<unknown>): RawBuilder<{ facts: FactsRow }> {
  const parts = Object.entries(everything).map(([part, expression]) => `'${part}', ${expression}`);
  return sql`select json_build_object(${sql.raw(parts.join(', '))}) as facts
    from companies c where workspace_id = (select current_workspace()) and key ${which}`;
}

/**
 * Everything stored about these companies of the transaction's workspace, as far as its role lets them be seen; ids that
 * do not exist, or may not be seen, are left out. In one round trip. `timeZone` says on which day a client answered.
 */
export async function loadCompanyFacts(
  tx: Kysely<Tables>,
  ids: readonly string[],
  timeZone: string,
): Promise<CompanyFacts[]> {
  const { rows } = await companyFactsQuery(sql`= any(${ids})`).execute(tx);
  return rows.map((row) => readCompanyFacts(row.facts, timeZone));
}

/** Reads a row of companyFactsQuery. */
export function readCompanyFacts(row: FactsRow, timeZone: string): CompanyFacts {
  const [total, active] = row.contacts;
  const lines = grouped(row.contractLines.map(reader(contractLine)), ({ contract: id, ...line }) => [
    id,
    line,
  ]);
  const recommended = grouped(
    row.recommendationLines.map(reader(recommendationLine)),
    ({ recommendation: id, ...line }) => [id, line],
  );
  return {
    ...reader(company)(row.company),
    contacts: { total, active },
    contracts: row.contracts.map(reader(contract)).map((it) => ({ ...it, lines: lines.get(it.id) ?? [] })),
    alignments: row.alignments.map(reader(alignment)),
    recommendations: row.recommendations
      .map(reader(recommendation))
      .map((it) => ({ ...it, lines: recommended.get(it.id) ?? [] })),
    healthScores: row.healthScores.map(reader(score)),
    effortScores: row.effortScores.map(reader(score)),
    healthOverrides: row.healthOverrides.map(reader(override)),
    facts: row.facts.map(reader(fact)),
    csat: row.csat
      .map(reader(csat))
      .map(({ answeredAt, ...it }) => ({ ...it, day: dayInZone(new Date(answeredAt), timeZone) })),
    assessments: row.assessments.map(reader(assessment)),
    meetings: row.meetings.map(reader(meeting)),
  };
}

/** Puts a row's values under the names that stand in the same places of `columns`. */
function reader<T>(columns: Columns<T>): (row: Row) => T {
  const names = Object.keys(columns);
  return (row) => {
    const read: Record<string, unknown> = {};
    for (let i = 0; i < names.length; i++) read[names[i]!] = row[i];
    return read as T;
  };
}

function grouped<Row, Value>(
  rows: readonly Row[],
  split: (row: Row) => [string, Value],
): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const row of rows) {
    const [key, value] = split(row);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
