import { definitions } from '../../portfolio/test-company.ts';
import type { ApplyInput, Mirror } from '../apply/input.ts';
import type {
  BillingPeriod,
  CompanyRecord,
  ContactRecord,
  ContractLineRecord,
  ContractRecord,
  RecordKind,
} from '../records.ts';
import { RECORD_KINDS } from '../records.ts';
import { DEFAULT_SETTINGS } from '../settings.ts';

/** Records as a connector gives them, with what a test says of them. */

export const company = (own: Partial<CompanyRecord> = {}): CompanyRecord => ({
  name: 'Acme Dental',
  shortCode: null,
  active: true,
  internal: false,
  types: ['Client'],
  status: 'Active',
  parent: null,
  owner: null,
  website: null,
  phone: null,
  currency: null,
  employees: null,
  acquiredOn: null,
  annualRevenue: null,
  yearEstablished: null,
  industry: null,
  territory: null,
  ...own,
});

export const contact = (own: Partial<ContactRecord> = {}): ContactRecord => ({
  company: '250',
  firstName: 'Ada',
  lastName: 'Abara',
  email: 'ada@acme.example',
  phone: null,
  title: null,
  active: true,
  primary: false,
  serviceAccount: false,
  ...own,
});

export const MONTHLY: BillingPeriod = { code: '1', label: 'Monthly', cycle: 'monthly', certain: true };

export const contract = (own: Partial<ContractRecord> = {}): ContractRecord => ({
  company: '250',
  name: 'Managed services',
  number: null,
  type: null,
  status: null,
  active: true,
  startOn: '2026-01-01',
  endOn: null,
  recurring: true,
  amount: null,
  period: MONTHLY,
  currency: null,
  notice: null,
  ...own,
});

export const line = (own: Partial<ContractLineRecord> = {}): ContractLineRecord => ({
  contract: '9',
  company: '250',
  product: null,
  sku: null,
  description: 'Seats',
  vendor: null,
  quantity: '1',
  unitPrice: null,
  period: null,
  oneTime: false,
  billable: true,
  startOn: null,
  cancelledOn: null,
  notice: null,
  ...own,
});

type Records<K extends keyof Mirror> = Mirror[K] extends ReadonlyMap<string, infer Fields> ? Fields : never;

/** What a mirror holds, by record. */
export type SomeMirror = {
  readonly [K in keyof Mirror]?: K extends 'tickets' | 'hours' | 'read'
    ? Mirror[K]
    : Readonly<Record<string, Records<K>>>;
};

export function mirror(own: SomeMirror = {}): Mirror {
  const of = <Fields>(records: Readonly<Record<string, Fields>> | undefined) =>
    new Map(Object.entries(records ?? {}));
  return {
    companies: of(own.companies),
    sites: of(own.sites),
    contacts: of(own.contacts),
    products: of(own.products),
    contracts: of(own.contracts),
    contractLines: of(own.contractLines),
    surveys: of(own.surveys),
    tickets: own.tickets ?? null,
    hours: own.hours ?? null,
    read: own.read ?? new Set<RecordKind>(RECORD_KINDS),
  };
}

/** A sync of ConnectWise PSA into an empty portfolio on 30 November 2026. */
export const applyInput = (own: Partial<ApplyInput> = {}): ApplyInput => ({
  connection: { vendor: 'connectwise', system: 'ConnectWise PSA' },
  mirror: mirror(),
  settings: DEFAULT_SETTINGS,
  links: [],
  takenElsewhere: new Set(),
  present: {
    companies: new Map(),
    contacts: new Map(),
    contracts: new Map(),
    contract_lines: new Map(),
    facts: new Map(),
    csat: new Map(),
  },
  users: new Set(),
  rules: definitions(),
  today: '2026-11-30',
  ...own,
});
