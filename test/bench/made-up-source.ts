import type { RecordFields, RecordKind } from '../../domain/sync/records.ts';
import { RECORD_KINDS } from '../../domain/sync/records.ts';
import type { Connector, Page, ReadRequest, SourceRecord } from '../../server/connectors/connector.ts';
import type { SyncContext } from '../../server/sync/sync-context.ts';

export type MadeUpSizes = Readonly<Partial<Record<RecordKind, number>>>;

/** A vendor's system without a network that makes each record when it is read, so that only the sync's own work is measured. */
export function madeUpSource(sizes: MadeUpSizes, now: Date): SyncContext['openConnection'] {
  const kinds = RECORD_KINDS.filter((kind) => (sizes[kind] ?? 0) > 0);
  const updatedAt = now.toISOString();
  const session = {
    async read(kind: RecordKind, { cursor, since }: ReadRequest): Promise<Page> {
      const start = Number(cursor ?? 0);
      const count = since === null ? sizes[kind]! : 0;
      const end = Math.min(count, start + PAGE);
      const records: SourceRecord[] = [];
      for (let n = start; n < end; n++)
        records.push({ id: String(n), fields: fieldsOf(kind, n, sizes, now), updatedAt });
      return { records, next: end < count ? String(end) : null, problems: [] };
    },
    test: async () => [],
    sample: async () => undefined,
  };
  const connector: Connector = {
    vendor: 'made-up',
    name: 'Made-up PSA',
    credentials: [],
    limits: { concurrency: 1, perMinute: 1_000_000 },
    kinds,
    incremental: kinds,
    connect: async () => session,
    hooks: null,
  };
  return async () => ({ connector, session, calls: () => 0 });
}

const PAGE = 500;
const YEAR = 364 * 86_400_000;

function fieldsOf(kind: RecordKind, n: number, sizes: MadeUpSizes, now: Date): RecordFields[RecordKind] {
  const company = String(n % (sizes.companies ?? 1));
  const happened = new Date(now.getTime() - Math.floor((YEAR * n) / (sizes[kind] ?? 1))).toISOString();
  const empty = { company, name: `Made up ${n}`, active: true, notice: null };
  switch (kind) {
    case 'companies':
      return { ...COMPANY, name: `Company ${n}`, shortCode: `C${n}` };
    case 'contacts':
      return { ...CONTACT, company, lastName: `Person ${n}`, email: `user${n}@client-${company}.example` };
    case 'contracts':
      return { ...empty, ...CONTRACT };
    case 'contractLines':
      return {
        ...LINE,
        contract: String(n % (sizes.contracts ?? 1)),
        company,
        quantity: String(1 + (n % 60)),
      };
    case 'tickets':
      return {
        ...TICKET,
        company,
        number: String(n),
        title: `Something is offline (${n})`,
        createdAt: happened,
      };
    case 'timeEntries':
      return { ...HOURS, company, ticket: String(n % (sizes.tickets ?? 1)), workedOn: happened.slice(0, 10) };
    default:
      throw new Error(`made-up ${kind} are not measured`);
  }
}

const COMPANY = {
  active: true,
  internal: false,
  types: ['Client'],
  status: 'Active',
  parent: null,
  owner: 'Priya Nair',
  website: null,
  phone: null,
  currency: 'USD',
  employees: 40,
  acquiredOn: '2022-03-01',
  annualRevenue: null,
  yearEstablished: 1999,
  industry: 'Healthcare',
  territory: null,
};
const CONTACT = {
  firstName: 'Ada',
  phone: null,
  title: 'Office manager',
  active: true,
  primary: false,
  serviceAccount: false,
};
const MONTHLY = { code: 'Monthly', label: 'Monthly', cycle: 'monthly', certain: true } as const;
const CONTRACT = {
  number: null,
  type: 'Recurring Service',
  status: 'Active',
  startOn: '2025-01-01',
  endOn: null,
  recurring: true,
  amount: null,
  period: MONTHLY,
  currency: 'USD',
};
const LINE = {
  product: null,
  sku: 'M365-BP',
  description: 'Microsoft 365 Business Premium',
  vendor: 'Microsoft',
  unitPrice: '22',
  period: MONTHLY,
  oneTime: false,
  billable: true,
  startOn: '2025-01-01',
  cancelledOn: null,
  notice: null,
};
const TICKET = {
  kind: 'service',
  board: 'Service desk',
  type: null,
  priority: 'Medium',
  status: 'Closed',
  closed: true,
  closedAt: null,
} as const;
const HOURS = { kind: 'service', hours: '0.75', billable: false, resource: 'Sam Ortega' } as const;
