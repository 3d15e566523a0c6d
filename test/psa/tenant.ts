import { addDays } from '../../domain/calendar/day.ts';
import type { Cycle } from '../../domain/portfolio/facts.ts';
import type { Day } from '../../domain/portfolio/values.ts';
import type {
  BillingPeriod,
  CompanyRecord,
  Instant,
  RecordFields,
  RecordKind,
} from '../../domain/sync/records.ts';
import { type Random, random } from '../../server/demo/random.ts';

/**
 * An MSP's PSA as it is in truth: what a fake shows in its vendor's words, and what a sync has to bring. Ids are whole
 * numbers as text, and rise with time.
 */
export type Tenant = { readonly [K in RecordKind]: Map<string, TenantRecord<K>> };

export interface TenantRecord<K extends RecordKind = RecordKind> {
  readonly id: string;
  readonly fields: RecordFields[K];
  readonly updatedAt: Instant;
}

/** How much there is of everything; tickets and hours are those of twelve months. */
export interface TenantSize {
  readonly companies: number;
  readonly contacts: number;
  readonly contracts: number;
  readonly contractLines: number;
  readonly tickets: number;
  readonly timeEntries: number;
  readonly opportunities: number;
}

export const TENANT_SIZES = {
  /** For tests that ask often. */
  XS: {
    companies: 8,
    contacts: 40,
    contracts: 14,
    contractLines: 60,
    tickets: 150,
    timeEntries: 260,
    opportunities: 6,
  },
  S: {
    companies: 40,
    contacts: 1_000,
    contracts: 80,
    contractLines: 400,
    tickets: 6_000,
    timeEntries: 12_000,
    opportunities: 12,
  },
  M: {
    companies: 150,
    contacts: 5_000,
    contracts: 350,
    contractLines: 2_500,
    tickets: 30_000,
    timeEntries: 70_000,
    opportunities: 30,
  },
  L: {
    companies: 850,
    contacts: 32_000,
    contracts: 1_100,
    contractLines: 12_000,
    tickets: 380_000,
    timeEntries: 700_000,
    opportunities: 60,
  },
} as const satisfies Record<string, TenantSize>;

export interface TenantOptions {
  readonly size: TenantSize;
  /** The moment that the tenant is as of; what happened did so in the twelve months before. */
  readonly now: Date;
  readonly seed?: number;
  /** Whether contracts have a flat amount beside their lines, as in ConnectWise. */
  readonly flatAmounts?: boolean;
}

export function generateTenant({ size, now, seed = 1, flatAmounts = false }: TenantOptions): Tenant {
  const r = random(seed);
  const tenant = emptyTenant();
  const make: Making = { r, tenant, now, today: now.toISOString().slice(0, 10), flatAmounts };
  makeCompanies(make, size.companies);
  makeContacts(make, size.contacts);
  makeProducts(make);
  makeContracts(make, size.contracts, size.contractLines);
  makeTickets(make, size.tickets);
  makeTimeEntries(make, size.timeEntries);
  makeOpportunities(make, size.opportunities);
  makeSurveys(make, Math.ceil(size.tickets / 20));
  return tenant;
}

export function emptyTenant(): Tenant {
  return {
    companies: new Map(),
    sites: new Map(),
    contacts: new Map(),
    products: new Map(),
    contracts: new Map(),
    contractLines: new Map(),
    tickets: new Map(),
    timeEntries: new Map(),
    opportunities: new Map(),
    surveys: new Map(),
  };
}

/** Adds a record, or changes the one with this id. */
export function putRecord<K extends RecordKind>(
  tenant: Tenant,
  kind: K,
  id: string,
  fields: RecordFields[K],
  at: Date,
): void {
  const records = tenant[kind] as Map<string, TenantRecord<K>>;
  records.set(id, { id, fields, updatedAt: at.toISOString() });
}

interface Making {
  readonly r: Random;
  readonly tenant: Tenant;
  readonly now: Date;
  readonly today: Day;
  readonly flatAmounts: boolean;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Nothing happened in the last minutes: an incremental sync reads the last five again. */
const QUIET = 11 * MINUTE;

const PLACES = [
  'Alder',
  'Bayview',
  'Cedar',
  'Dover',
  'Elmwood',
  'Foxglove',
  'Granite',
  'Harbor',
  'Ivy',
  'Juniper',
  'Keel',
  'Larkspur',
];
const TRADES = [
  'Dental',
  'Legal',
  'Builders',
  'Logistics',
  'Foundation',
  'Brewing',
  'Realty',
  'Plastics',
  'Café & Söhne',
  'O’Brien Ltd',
];
const FIRST = ['Ada', 'Bo', 'Chloé', 'Dmitri', 'Esra', 'Femi', 'Grete', 'Hiro', 'Inés', 'Jamal'];
const LAST = ['Abara', 'Berg', 'Costa', 'Dubois', 'Eriksen', 'Fuchs', 'Garcia', 'Hughes', 'Ito', 'Jensen'];
const PEOPLE = ['Morgan Lee', 'Priya Nair', 'Sam Ortega'];
export const TENANT_VENDORS = ['Microsoft', 'Datto', 'SentinelOne', 'Fortinet'] as const;
const PRODUCTS = [
  ['MSP-SEAT', 'Managed services per seat', null, '85'],
  ['M365-BP', 'Microsoft 365 Business Premium', 'Microsoft', '22'],
  ['BCDR-SRV', 'Backup per server', 'Datto', '149'],
  ['EDR', 'Endpoint detection and response', 'SentinelOne', '6.5'],
  ['FW-LIC', 'Firewall licence', 'Fortinet', '39.95'],
  ['VCIO', 'vCIO retainer', null, '450'],
] as const;

/** How often contracts are billed; the last one is a period that no rule knows. */
export const TENANT_PERIODS: readonly BillingPeriod[] = [
  period('Monthly', 'monthly'),
  period('Quarterly', 'quarterly'),
  period('Semi-Annual', 'semiannual'),
  period('Yearly', 'annual'),
  period('Every 10 weeks', null),
];

function period(label: string, cycle: Cycle | null): BillingPeriod {
  return { code: label, label, cycle, certain: cycle !== null };
}

/** Ninety of a hundred are clients; among the others a vendor, a prospect, one that left, and the MSP itself (id 1). */
function makeCompanies({ r, tenant, today, now }: Making, count: number): void {
  for (let n = 1; n <= count; n++) {
    const [type, active] =
      n === 1
        ? ['Owner', true]
        : n === 3
          ? ['Vendor', true]
          : n === 5
            ? ['Prospect', true]
            : ['Client', n % 37 !== 0];
    const fields: CompanyRecord = {
      name: `${r.pick(PLACES)} ${r.pick(TRADES)} ${n}`,
      shortCode: `C${n}`,
      active: active as boolean,
      internal: n === 1,
      types: [type as string],
      status: active ? 'Active' : 'Inactive',
      parent: null,
      owner: r.chance(0.8) ? r.pick(PEOPLE) : null,
      website: r.chance(0.7) ? `https://client-${n}.example` : null,
      phone: r.chance(0.7) ? `+1 555 01${String(n).padStart(4, '0')}` : null,
      currency: 'USD',
      employees: r.chance(0.5) ? 5 + r.int(200) : null,
      acquiredOn: r.chance(0.6) ? addDays(today, -400 - r.int(2500)) : null,
      annualRevenue: r.chance(0.4) ? String(100_000 * (1 + r.int(400))) : null,
      yearEstablished: r.chance(0.4) ? 1950 + r.int(70) : null,
      industry: r.chance(0.8) ? r.pick(['Healthcare', 'Legal', 'Manufacturing', 'Retail']) : null,
      territory: r.chance(0.5) ? r.pick(['North', 'South']) : null,
    };
    putRecord(tenant, 'companies', String(n), fields, lastChanged(now, n));
    const sites = 1 + (r.chance(0.25) ? 1 + r.int(3) : 0);
    for (let s = 0; s < sites; s++)
      putRecord(
        tenant,
        'sites',
        nextId(tenant, 'sites'),
        {
          company: String(n),
          name: s === 0 ? 'Main' : `Branch ${s}`,
          primary: s === 0,
          active: s === 0 || r.chance(0.9),
          city: r.pick(['Springfield', 'Riverton', 'Zürich']),
          country: null,
        },
        lastChanged(now, tenant.sites.size),
      );
  }
}

/** Some are no people: a mailbox, a service account; some have left. */
function makeContacts({ r, tenant, now }: Making, count: number): void {
  const companies = [...tenant.companies.keys()];
  for (let n = 1; n <= count; n++) {
    const mailbox = r.chance(0.04);
    const company = companies[n % companies.length]!;
    const first = r.pick(FIRST);
    const last = r.pick(LAST);
    putRecord(
      tenant,
      'contacts',
      String(n),
      {
        company,
        firstName: mailbox ? 'Info' : first,
        lastName: mailbox ? null : last,
        email: mailbox
          ? `info@client-${company}.example`
          : r.chance(0.9)
            ? `user${n}@client-${company}.example`
            : null,
        phone: r.chance(0.3) ? `+1 555 02${String(n).padStart(5, '0')}` : null,
        title: r.chance(0.5) ? r.pick(['Owner', 'Office manager', 'CFO', 'Technician']) : null,
        active: r.chance(0.92),
        primary: n <= companies.length,
        serviceAccount: false,
      },
      lastChanged(now, n),
    );
  }
}

function makeProducts({ tenant, now }: Making): void {
  for (const [sku, name, vendor, price] of PRODUCTS)
    putRecord(
      tenant,
      'products',
      nextId(tenant, 'products'),
      { sku, name, category: 'Services', price, cost: null, recurring: true, vendor, active: true },
      lastChanged(now, tenant.products.size),
    );
}

function makeContracts(
  { r, tenant, today, now, flatAmounts }: Making,
  contracts: number,
  lines: number,
): void {
  const clients = [...tenant.companies.values()].filter(({ fields }) => fields.types[0] === 'Client');
  const products = [...tenant.products.values()];
  for (let n = 1; n <= contracts; n++) {
    // of twenty contracts one is a project, one has ended, one is to come, one has a period that nobody knows
    const kind = (n * 7 + 6) % 20;
    const recurring = kind !== 0;
    const ended = kind === 1;
    const future = kind === 2;
    const billed = recurring ? TENANT_PERIODS[kind === 3 ? 4 : r.chance(0.75) ? 0 : 1 + r.int(3)]! : null;
    const startOn = future ? addDays(today, 20 + r.int(100)) : addDays(today, -60 - r.int(900));
    putRecord(
      tenant,
      'contracts',
      String(n),
      {
        company: clients[(n - 1) % clients.length]!.id,
        name: recurring ? `Managed services ${n}` : `Project ${n}`,
        number: `A-${n}`,
        type: recurring ? 'Recurring Service' : 'Time and Materials',
        status: ended ? 'Inactive' : 'Active',
        active: !ended,
        startOn,
        endOn: addDays(startOn, 1095),
        recurring,
        amount: recurring && flatAmounts && r.chance(0.4) ? String(100 * (1 + r.int(40))) : null,
        period: billed,
        currency: 'USD',
        notice: null,
      },
      lastChanged(now, n),
    );
    const ours = Math.floor((lines * n) / contracts) - Math.floor((lines * (n - 1)) / contracts);
    for (let l = 0; recurring && l < ours; l++) {
      const product = r.pick(products);
      const id = tenant.contractLines.size + 1;
      const gone = id % 17 === 5;
      const later = id % 23 === 7;
      putRecord(
        tenant,
        'contractLines',
        nextId(tenant, 'contractLines'),
        {
          contract: String(n),
          company: clients[(n - 1) % clients.length]!.id,
          product: product.id,
          sku: product.fields.sku,
          description: product.fields.name,
          vendor: product.fields.vendor,
          quantity: String(1 + r.int(60)),
          unitPrice: product.fields.price,
          period: billed,
          oneTime: false,
          billable: id % 19 !== 9,
          startOn: later && !future ? addDays(today, 10 + r.int(60)) : startOn,
          cancelledOn: gone && !later && !future ? addDays(today, -1 - r.int(40)) : null,
          notice: null,
        },
        lastChanged(now, id),
      );
    }
  }
}

function makeTickets({ r, tenant, now }: Making, count: number): void {
  const companies = [...tenant.companies.keys()];
  const year = 364 * DAY;
  const latest = now.getTime() - QUIET;
  for (let n = 1; n <= count; n++) {
    const createdAt = new Date(latest - year + Math.floor((year * n) / (count + 1)));
    const isDone = r.chance(0.9);
    const closedAt = new Date(createdAt.getTime() + r.int(10 * 86_400) * 1000);
    const closed = isDone && closedAt.getTime() <= latest;
    const kind = r.chance(0.93) ? 'service' : 'project';
    putRecord(
      tenant,
      'tickets',
      String(n),
      {
        company: r.chance(0.995) ? companies[r.int(companies.length)]! : null,
        number: String(n),
        title: `${r.pick(['Printer offline', 'New starter', 'VPN drops', 'Mailbox full', 'Größerer Monitor'])} (${n})`,
        kind,
        board: kind === 'service' ? 'Service desk' : 'Projects',
        type: null,
        priority: r.pick(['Low', 'Medium', 'High']),
        status: closed ? 'Closed' : 'In progress',
        closed,
        createdAt: wholeSecond(createdAt),
        closedAt: closed ? wholeSecond(closedAt) : null,
      },
      new Date(wholeSecond(closed ? closedAt : createdAt)),
    );
  }
}

function makeTimeEntries({ r, tenant }: Making, count: number): void {
  const tickets = [...tenant.tickets.values()];
  if (tickets.length === 0) return;
  for (let n = 1; n <= count; n++) {
    const ticket = tickets[Math.floor(((n - 1) * tickets.length) / count)]!;
    putRecord(
      tenant,
      'timeEntries',
      String(n),
      {
        company: ticket.fields.company,
        ticket: ticket.id,
        kind: ticket.fields.kind,
        workedOn: ticket.fields.createdAt.slice(0, 10),
        hours: String((1 + r.int(12)) / 4),
        billable: r.chance(0.3),
        resource: r.pick(PEOPLE),
      },
      new Date(ticket.updatedAt),
    );
  }
}

function makeOpportunities({ r, tenant, today, now }: Making, count: number): void {
  const companies = [...tenant.companies.keys()];
  for (let n = 1; n <= count; n++) {
    const state = r.pick(['open', 'open', 'won', 'lost'] as const);
    putRecord(
      tenant,
      'opportunities',
      String(n),
      {
        company: companies[r.int(companies.length)]!,
        name: `${r.pick(['Firewall refresh', 'Backup for Microsoft 365', 'Server replacement'])} ${n}`,
        stage: r.pick(['Qualified', 'Proposal', 'Negotiation']),
        state,
        probability: r.pick(['25', '50', '75']),
        closeOn: addDays(today, r.int(120) - 30),
        oneTime: String(500 * (1 + r.int(20))),
        monthly: r.chance(0.5) ? String(50 * (1 + r.int(20))) : null,
        owner: r.pick(PEOPLE),
      },
      lastChanged(now, n),
    );
  }
}

function makeSurveys({ r, tenant }: Making, count: number): void {
  const tickets = [...tenant.tickets.values()].filter(({ fields }) => fields.closedAt !== null);
  if (tickets.length === 0) return;
  for (let n = 1; n <= count; n++) {
    const ticket = tickets[Math.floor(((n - 1) * tickets.length) / count)]!;
    const rating = r.pick(['positive', 'positive', 'positive', 'neutral', 'negative'] as const);
    putRecord(
      tenant,
      'surveys',
      String(n),
      {
        company: ticket.fields.company,
        ticket: ticket.id,
        email: null,
        rating,
        score: { positive: '5', neutral: '3', negative: '1' }[rating],
        comment: r.chance(0.3) ? 'Quick and friendly' : null,
        answeredAt: ticket.fields.closedAt!,
      },
      new Date(ticket.fields.closedAt!),
    );
  }
}

/** When the nth record of the portfolio was last changed: some time in the year before, but not in its last day. */
function lastChanged(now: Date, n: number): Date {
  const minutes = (n * 104_729) % (363 * 24 * 60);
  return new Date(wholeSecond(new Date(now.getTime() - DAY - MINUTE - minutes * MINUTE)));
}

function nextId(tenant: Tenant, kind: RecordKind): string {
  return String(tenant[kind].size + 1);
}

function wholeSecond(at: Date): Instant {
  return `${at.toISOString().slice(0, 19)}.000Z`;
}
