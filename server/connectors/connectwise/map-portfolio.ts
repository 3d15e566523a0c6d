import { addDays } from '../../../domain/calendar/day.ts';
import type { Day } from '../../../domain/portfolio/values.ts';
import type {
  CompanyRecord,
  ContactRecord,
  ContractLineRecord,
  ContractRecord,
  ProductRecord,
  SiteRecord,
} from '../../../domain/sync/records.ts';
import { type BillingOptions, billedOf, periodOf } from './billing.ts';
import type { Addition, Agreement, CatalogItem, Company, Contact, Site } from './shapes.ts';

/** The type that ConnectWise gives the MSP itself. */
const OWN_COMPANY = /^(owner|my company)$/i;

/** What companies refer to by id. */
export interface CompanyWords {
  /** The statuses that stand for an inactive company. */
  readonly inactiveStatuses: ReadonlySet<string>;
  readonly typeNames: ReadonlyMap<string, string | null>;
}

export function toCompany(
  row: Company,
  id: string,
  { inactiveStatuses, typeNames }: CompanyWords,
): CompanyRecord | string {
  const name = row.name ?? row.identifier;
  if (name === null) return 'name, identifier: nothing, expected a text.';
  const names = row.types?.map(({ name }) => name) ?? row.typeIds?.map((id) => typeNames.get(id ?? '')) ?? [];
  const named = names.filter((name) => name !== null && name !== undefined);
  const isVendor = row.isVendorFlag === true && !named.some((type) => /vendor/i.test(type));
  const types = isVendor ? [...named, 'Vendor'] : named;
  const status = row.status?.id ?? null;
  const parent = row.parentCompany?.id ?? null;
  return {
    name,
    shortCode: row.identifier,
    active: row.deletedFlag !== true && !(status !== null && inactiveStatuses.has(status)),
    internal: types.some((type) => OWN_COMPANY.test(type)),
    types,
    status: row.status?.name ?? null,
    parent: parent === id ? null : parent,
    owner: row.territoryManager?.name ?? row.territoryManager?.identifier ?? null,
    website: row.website,
    phone: row.phoneNumber,
    currency: currencyOf(row.currency),
    employees: row.numberOfEmployees,
    acquiredOn: row.dateAcquired,
    annualRevenue: row.annualRevenue,
    yearEstablished: row.yearEstablished,
    industry: row.market?.name ?? null,
    territory: row.territory?.name ?? null,
  };
}

export function toSite(row: Site, id: string, company: string): SiteRecord {
  return {
    company,
    name: row.name ?? `Site ${id}`,
    primary: row.primaryAddressFlag === true,
    active: row.inactiveFlag !== true,
    city: row.city,
    country: row.country?.name ?? null,
  };
}

export function toContact(row: Contact): ContactRecord {
  return {
    company: row.company?.id ?? null,
    firstName: row.firstName,
    lastName: row.lastName,
    email: communication(row, 'email'),
    phone: row.defaultPhoneNbr ?? communication(row, 'phone'),
    title: row.title,
    active: row.inactiveFlag !== true,
    primary: row.defaultFlag === true,
    serviceAccount: false,
  };
}

/** The one that is marked, else the first one. */
function communication({ communicationItems }: Contact, type: 'email' | 'phone'): string | null {
  const items = (communicationItems ?? []).filter(
    ({ communicationType, value }) => communicationType?.toLowerCase() === type && value !== null,
  );
  return (items.find(({ defaultFlag }) => defaultFlag === true) ?? items[0])?.value ?? null;
}

export function toProduct(row: CatalogItem): ProductRecord | string {
  const name = row.description ?? row.identifier;
  if (name === null) return 'description, identifier: nothing, expected a text.';
  return {
    sku: row.identifier,
    name,
    category: row.category?.name ?? null,
    price: row.price,
    cost: row.cost,
    // That the flag is off says nothing: an addition recurs by its agreement.
    recurring: row.recurringOneTimeFlag === true ? false : row.recurringFlag === true ? true : null,
    vendor: row.vendor?.name ?? null,
    active: row.inactiveFlag !== true,
  };
}

/**
 * An agreement is active while it says so, or says nothing and is not cancelled. A day of cancellation to come is the first day
 * without it.
 */
export function toContract(row: Agreement, id: string, options: BillingOptions): ContractRecord {
  const oneTime = row.oneTimeFlag === true || row.billOneTimeFlag === true;
  const period = periodOf(row.billingCycle, options);
  const amount = row.billAmount === null || Number(row.billAmount) === 0 ? null : row.billAmount;
  const said = row.agreementStatus?.toLowerCase() ?? 'active';
  const cancelled = row.cancelledFlag === true;
  const endOn = row.noEndingDateFlag === true ? null : row.endDate;
  return {
    company: row.company?.id ?? null,
    name: row.name ?? `Agreement ${id}`,
    number: null,
    type: row.type?.name ?? null,
    status: row.agreementStatus,
    active: said === 'active' && !(cancelled && row.dateCancelled === null),
    startOn: row.startDate,
    endOn: cancelled && row.dateCancelled !== null ? earlier(endOn, addDays(row.dateCancelled, -1)) : endOn,
    recurring: !oneTime && period?.cycle !== 'onetime',
    amount,
    period,
    currency: currencyOf(row.currency),
    notice: null,
  };
}

/** What is known of the addition from elsewhere: its agreement, whose company it is, and its product. */
export interface AdditionOf {
  readonly contract: string;
  readonly company: string | null;
  readonly product: ProductRecord | undefined;
}

/** Additions are billed as often as their agreement. */
export function toContractLine(
  row: Addition,
  { contract, company, product }: AdditionOf,
): ContractLineRecord | string {
  const billed = billedOf(row);
  if (typeof billed === 'string') return billed;
  return {
    contract,
    company,
    product: row.product?.id ?? null,
    sku: row.product?.identifier ?? null,
    description: row.description,
    vendor: product?.vendor ?? null,
    quantity: billed.quantity,
    unitPrice: billed.unitPrice,
    period: null,
    oneTime: product?.recurring === false,
    billable: row.billCustomer?.toLowerCase() === 'billable',
    startOn: row.effectiveDate,
    cancelledOn: row.cancelledDate,
    notice: billed.notice && `${row.description ?? row.product?.identifier ?? 'Addition'}: ${billed.notice}`,
  };
}

function earlier(a: Day | null, b: Day): Day {
  return a !== null && a < b ? a : b;
}

function currencyOf(currency: Company['currency']): string | null {
  const code = currency?.currencyCode ?? currency?.isoCode ?? currency?.currencyIdentifier ?? null;
  return code !== null && /^[A-Z]{3}$/.test(code) ? code : null;
}
