import type { CompanyFacts } from '../domain/portfolio/facts.ts';

/**
 * How the stored facts of many companies travel: each a list of values without their names, which are told once. Only
 * what the rules read is there. A value that was never set (null), and a list without rows, may be missing at the end.
 */
export type PackedRow = readonly unknown[];

/** By table: the names of its rows' values in their order; a table within another is called `outer.inner`. */
export type PackedColumns = Readonly<Record<string, readonly string[]>>;

export const PACKED_COLUMNS: PackedColumns = {
  companies: [
    'id',
    'name',
    'stage',
    'tags',
    'mrrOverride',
    'oneTimeOverride',
    'employeesSynced',
    'employeesOverride',
    'locations',
    'contacts',
    'contracts',
    'alignments',
    'healthScores',
    'effortScores',
    'facts',
    'csat',
    'assessments',
    'meetings',
    'recommendations',
    'healthOverrides',
  ],
  'companies.contracts': [
    'id',
    'status',
    'start',
    'end',
    'cycle',
    'amount',
    'vendor',
    'currency',
    'revenueFrom',
    'excluded',
    'lines',
    'unmappedCycle',
  ],
  'companies.contracts.lines': [
    'productCode',
    'quantity',
    'unitPrice',
    'cycle',
    'start',
    'cancelledOn',
    'vendor',
    'unmappedCycle',
  ],
  'companies.alignments': [
    'stackItem',
    'applicable',
    'currentProduct',
    'opportunityProduct',
    'alignment',
    'mrrOpportunity',
    'oneTimeOpportunity',
    'currentMrr',
  ],
  'companies.healthScores': ['metric', 'points', 'setOn'],
  'companies.effortScores': ['metric', 'points', 'setOn'],
  'companies.facts': ['fact', 'value', 'asOf'],
  'companies.csat': ['day', 'rating'],
  'companies.assessments': ['id', 'template', 'takenOn', 'score'],
  'companies.meetings': ['date', 'status'],
  'companies.recommendations': ['status', 'winProbability', 'lines'],
  'companies.recommendations.lines': ['stackItem', 'mrr', 'oneTime'],
  'companies.healthOverrides': ['status', 'setOn', 'expiresOn'],
};

/** What is not sent, as no rule reads it. */
const UNREAD: Readonly<Record<string, object>> = {
  companies: { owner: null },
  'companies.contracts': { name: '' },
  'companies.contracts.lines': { id: '', description: null },
  'companies.alignments': {
    agreementInclusion: null,
    setOn: null,
    setBy: null,
    provider: null,
    threat: false,
  },
  'companies.healthScores': { setBy: null, note: null },
  'companies.effortScores': { setBy: null, note: null },
  'companies.csat': { id: '' },
  'companies.recommendations': { id: '', title: '' },
  'companies.recommendations.lines': { id: '' },
  'companies.healthOverrides': { reason: '', setBy: null },
};

export function packCompany(facts: CompanyFacts): PackedRow {
  return pack('companies', facts as unknown as Record<string, unknown>);
}

/** Reads a row whose columns the answer names, so that an older page understands a newer server. */
export function unpackCompany(columns: PackedColumns, row: PackedRow): CompanyFacts {
  return unpack('companies', columns, row) as unknown as CompanyFacts;
}

function pack(table: string, row: Readonly<Record<string, unknown>>): PackedRow {
  const values = PACKED_COLUMNS[table]!.map((name) => {
    const inner = `${table}.${name}`;
    const value = row[name];
    if (!(inner in PACKED_COLUMNS)) return value;
    return (value as readonly Record<string, unknown>[]).map((it) => pack(inner, it));
  });
  while (isMissing(values.at(-1))) values.pop();
  return values;
}

const isMissing = (value: unknown) => value === null || (Array.isArray(value) && value.length === 0);

function unpack(table: string, columns: PackedColumns, row: PackedRow): Record<string, unknown> {
  const read: Record<string, unknown> = { ...UNREAD[table] };
  columns[table]!.forEach((name, i) => {
    const inner = `${table}.${name}`;
    const value = row[i];
    if (inner in columns) read[name] = ((value ?? []) as PackedRow[]).map((it) => unpack(inner, columns, it));
    else read[name] = value ?? (name === 'tags' ? [] : null);
  });
  return read;
}
