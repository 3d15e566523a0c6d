import {
  add,
  divide,
  type Fraction,
  fraction,
  multiply,
  parseDecimal,
  roundHalfUp,
  ZERO,
} from '../../../domain/money/fraction.ts';
import type { Decimal } from '../../../domain/portfolio/values.ts';
import { cycleOfLabel } from '../../../domain/sync/billing-period.ts';
import type {
  BillingPeriod,
  CompanyRecord,
  ContactRecord,
  OpportunityRecord,
  ProductRecord,
  SiteRecord,
  SurveyRecord,
  TicketRecord,
  TimeEntryRecord,
} from '../../../domain/sync/records.ts';
import type { Labels, Names } from './lookups.ts';
import type * as shapes from './shapes.ts';

/** Fields of a record, or in words why there can be none. */
export type Mapped<Fields> = Fields | string;
type Row<Name extends keyof typeof shapes> = shapes.RowOf<(typeof shapes)[Name]>;

/** The MSP itself is the company with the id 0. */
export const INTERNAL_COMPANY = '0';

export function toCompany(
  row: Row<'Companies'>,
  { labels, resources, currencies }: { labels: Labels; resources: Names; currencies: Names },
): Mapped<CompanyRecord> {
  if (row.companyName === null) return 'companyName: nothing, expected a name';
  const type = labels('companyType', row.companyType) ?? row.companyType;
  return {
    name: row.companyName,
    shortCode: row.companyNumber,
    active: row.isActive ?? true,
    internal: row.id === INTERNAL_COMPANY,
    types: type === null ? [] : [type],
    status: row.isActive === null ? null : row.isActive ? 'Active' : 'Inactive',
    parent: row.parentCompanyID,
    owner: resources(row.ownerResourceID),
    website: row.webAddress,
    phone: row.phone,
    currency: currencies(row.currencyID),
    employees: null,
    acquiredOn: null,
    annualRevenue: null,
    yearEstablished: null,
    industry: labels('marketSegmentID', row.marketSegmentID),
    territory: labels('territoryID', row.territoryID),
  };
}

export function toSite(row: Row<'CompanyLocations'>): Mapped<SiteRecord> {
  return {
    company: row.companyID,
    name: row.name ?? row.city ?? 'Site',
    primary: row.isPrimary ?? false,
    active: row.isActive ?? true,
    city: row.city,
    country: null,
  };
}

export function toContact(row: Row<'Contacts'>): Mapped<ContactRecord> {
  return {
    company: row.companyID,
    firstName: row.firstName,
    lastName: row.lastName,
    email: row.emailAddress,
    phone: row.phone ?? row.mobilePhone,
    title: row.title,
    active: row.isActive ?? true,
    primary: row.primaryContact ?? false,
    serviceAccount: false,
  };
}

/** A service or a bundle of services of the catalogue. */
export function toProduct(
  row: Row<'ServiceBundles'> & Partial<Pick<Row<'Services'>, 'vendorCompanyID'>>,
  { labels, companies }: { labels: Labels; companies: Names },
): Mapped<ProductRecord> {
  if (row.name === null) return 'name: nothing, expected a name';
  const period = toPeriod(row.periodType, labels('periodType', row.periodType));
  return {
    sku: row.sku,
    name: row.name,
    category: null,
    price: row.unitPrice,
    cost: row.unitCost,
    recurring: period?.cycle ? period.cycle !== 'onetime' : null,
    vendor: companies(row.vendorCompanyID ?? null),
    active: row.isActive ?? true,
  };
}

export function toTicket(row: Row<'Tickets'>, labels: Labels): Mapped<TicketRecord> {
  if (row.createDate === null) return 'createDate: nothing that could be read, expected a moment';
  const status = labels('status', row.status);
  // 5 is "Complete" in every tenant, whatever it is called there.
  const closed = row.status === '5' || status?.toLowerCase() === 'complete';
  return {
    company: row.companyID,
    number: row.ticketNumber ?? row.id!,
    title: row.title ?? '',
    kind: row.projectID === null ? 'service' : 'project',
    board: labels('queueID', row.queueID),
    type: labels('ticketType', row.ticketType),
    priority: labels('priority', row.priority),
    status: status ?? row.status,
    closed,
    createdAt: row.createDate,
    closedAt: closed ? row.completedDate : null,
  };
}

/** @param projectTickets those of the row's tickets that belong to a project. */
export function toTimeEntry(
  row: Row<'TimeEntries'>,
  { resources, projectTickets }: { resources: Names; projectTickets: ReadonlySet<string> },
): Mapped<TimeEntryRecord> {
  if (row.dateWorked === null) return 'dateWorked: nothing that could be read, expected a date';
  if (row.hoursWorked === null) return 'hoursWorked: nothing that could be read, expected a number';
  const onTicket = row.ticketID !== null;
  const onProject = row.ticketID === null ? row.taskID !== null : projectTickets.has(row.ticketID);
  return {
    company: null,
    ticket: row.ticketID,
    kind: onProject ? 'project' : onTicket ? 'service' : 'other',
    workedOn: row.dateWorked,
    hours: row.hoursWorked,
    billable: !(row.isNonBillable ?? false),
    resource: resources(row.resourceID),
  };
}

export function toOpportunity(
  row: Row<'Opportunities'>,
  { labels, resources }: { labels: Labels; resources: Names },
): Mapped<OpportunityRecord> {
  if (row.title === null) return 'title: nothing, expected a name';
  const monthly = perMonth(row);
  return {
    company: row.companyID,
    name: row.title,
    stage: labels('stage', row.stage),
    state: opportunityState(row, labels('status', row.status)),
    probability: row.probability,
    closeOn: row.projectedCloseDate,
    // Where the revenue is not told apart, the amount is all that there is.
    oneTime: row.onetimeRevenue ?? (monthly === null ? row.amount : null),
    monthly,
    owner: resources(row.ownerResourceID),
  };
}

function opportunityState(
  { closedDate, lostDate }: Row<'Opportunities'>,
  status: string | null,
): OpportunityRecord['state'] {
  if (status !== null) {
    if (/lost/i.test(status)) return 'lost';
    return /closed|implemented|won/i.test(status) ? 'won' : 'open';
  }
  return lostDate !== null ? 'lost' : closedDate !== null ? 'won' : 'open';
}

/** Monthly revenue, and that of longer periods by the month; rounded half up to the cent, once. */
function perMonth(row: Row<'Opportunities'>): Decimal | null {
  const parts = [
    [row.monthlyRevenue, 1],
    [row.quarterlyRevenue, 3],
    [row.semiannualRevenue, 6],
    [row.yearlyRevenue, 12],
  ] as const;
  if (parts.every(([amount]) => amount === null || Number(amount) === 0)) return null;
  const sum = parts.reduce(
    (total, [amount, months]) =>
      amount === null ? total : add(total, divide(parseDecimal(amount), fraction(months))),
    ZERO,
  );
  return toCents(sum);
}

/** A survey that was answered. Autotask does not say how far its scale goes, nor what was written beside the rating. */
export function toSurvey(row: Row<'SurveyResults'>, contactEmails: Names): Mapped<SurveyRecord> {
  if (row.completeDate === null) return 'completeDate: nothing that could be read, expected a moment';
  return {
    company: row.companyID,
    ticket: row.ticketID,
    email: contactEmails(row.contactID),
    rating: null,
    score: row.surveyRating,
    comment: null,
    answeredAt: row.completeDate,
  };
}

/** Older tenants have letters for the periods of contracts; what they mean, somebody has to confirm. */
const LETTERS: Readonly<Record<string, BillingPeriod['cycle']>> = {
  m: 'monthly',
  q: 'quarterly',
  s: 'semiannual',
  y: 'annual',
};

/** The numbers of billing periods differ between tenants and kinds of rows: a period is known by its label. */
export function toPeriod(value: string | null, label: string | null): BillingPeriod | null {
  if (value === null) return null;
  if (label === null)
    return { code: value, label: value, cycle: LETTERS[value.toLowerCase()] ?? null, certain: false };
  const cycle = cycleOfLabel(label);
  return { code: label, label, cycle, certain: cycle !== null };
}

/** Rounded half up to two places. */
export function toCents(amount: Fraction): Decimal {
  const cents = roundHalfUp(multiply(amount, fraction(100)));
  const digits = String(cents < 0n ? -cents : cents).padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
