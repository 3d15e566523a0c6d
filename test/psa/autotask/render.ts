import type { Day } from '../../../domain/portfolio/values.ts';
import type { ContractLineRecord, ProductRecord } from '../../../domain/sync/records.ts';
import type { Tenant, TenantRecord } from '../tenant.ts';
import type { Choices } from './choices.ts';
import { unitRows } from './unit-rows.ts';

export type Row = Readonly<Record<string, unknown>> & { readonly id: number };
/** Entity → its rows, by rising id. */
export type Database = Readonly<Record<string, readonly Row[]>>;

/** Vendors of services are companies too; those that the tenant does not know by name are given ids from here on. */
const FIRST_VENDOR = 900_001;
const FIRST_RESOURCE = 29_682_885;

/** A tenant as Autotask holds it. */
export function renderTenant(tenant: Tenant, choices: Choices, asOf: Day): Database {
  const ids = makeIds(tenant);
  const rendering: Rendering = { tenant, choices, ids, asOf };
  const lines = renderLines(rendering);
  const rows: Record<string, readonly Row[]> = {
    Companies: [...renderCompanies(rendering), ...renderVendors(rendering)],
    CompanyLocations: renderSites(rendering),
    Contacts: renderContacts(rendering),
    Contracts: renderContracts(rendering),
    ...lines,
    Tickets: renderTickets(rendering),
    TimeEntries: renderTimeEntries(rendering),
    Opportunities: renderOpportunities(rendering),
    SurveyResults: renderSurveys(rendering),
    Resources: [...ids.resources].map(([name, id]) => {
      const [firstName, ...rest] = name.split(' ');
      return { id, firstName, lastName: rest.join(' '), isActive: true, email: `${id}@msp.example` };
    }),
    Currencies: [{ id: 1, name: 'USD', description: 'United States dollar', isActive: true }],
  };
  return Object.fromEntries(
    Object.entries(rows).map(([entity, found]) => [entity, [...found].sort((a, b) => a.id - b.id)]),
  );
}

interface Rendering {
  readonly tenant: Tenant;
  readonly choices: Choices;
  readonly ids: Ids;
  readonly asOf: Day;
}

interface Ids {
  company(id: string | null): number | null;
  resource(name: string | null): number | null;
  readonly resources: ReadonlyMap<string, number>;
  vendor(name: string | null): number | null;
  readonly vendors: ReadonlyMap<string, number>;
}

/** The MSP itself is the company 0. */
function makeIds(tenant: Tenant): Ids {
  const company = (id: string | null) =>
    id === null ? null : tenant.companies.get(id)?.fields.internal ? 0 : Number(id);
  const people = [
    ...[...tenant.companies.values()].map(({ fields }) => fields.owner),
    ...[...tenant.timeEntries.values()].map(({ fields }) => fields.resource),
    ...[...tenant.opportunities.values()].map(({ fields }) => fields.owner),
  ];
  const resources = numbered(people, FIRST_RESOURCE);
  const byName = new Map([...tenant.companies].map(([id, { fields }]) => [fields.name, company(id)]));
  const named = [...tenant.contractLines.values(), ...tenant.products.values()].map(
    ({ fields }) => fields.vendor,
  );
  const vendors = numbered(
    named.filter((name) => name !== null && !byName.has(name)),
    FIRST_VENDOR,
  );
  return {
    company,
    resources,
    resource: (name) => (name === null ? null : resources.get(name)!),
    vendors,
    vendor: (name) => (name === null ? null : (byName.get(name) ?? vendors.get(name) ?? null)),
  };
}

function numbered(names: readonly (string | null)[], first: number): ReadonlyMap<string, number> {
  const distinct = [...new Set(names.filter((name) => name !== null))].sort();
  return new Map(distinct.map((name, at) => [name, first + at]));
}

function renderCompanies({ tenant, choices, ids }: Rendering): Row[] {
  return each(tenant.companies, ({ id, fields, updatedAt }) => ({
    id: ids.company(id)!,
    companyName: fields.name,
    companyNumber: fields.shortCode,
    companyType: choices.value('Companies', 'companyType', fields.types[0] ?? null),
    isActive: fields.active,
    parentCompanyID: ids.company(fields.parent),
    ownerResourceID: ids.resource(fields.owner),
    marketSegmentID: choices.value('Companies', 'marketSegmentID', fields.industry),
    territoryID: choices.value('Companies', 'territoryID', fields.territory),
    currencyID: fields.currency === null ? null : 1,
    phone: fields.phone,
    webAddress: fields.website,
    createDate: moment(updatedAt, id),
    lastTrackedModifiedDateTime: moment(updatedAt, id),
    surveyCompanyRating: null,
    classification: null,
  }));
}

function renderVendors({ choices, ids }: Rendering): Row[] {
  return [...ids.vendors].map(([companyName, id]) => ({
    id,
    companyName,
    companyType: choices.value('Companies', 'companyType', 'Vendor'),
    isActive: true,
    createDate: '2020-01-01T00:00:00Z',
    lastTrackedModifiedDateTime: '2020-01-01T00:00:00Z',
  }));
}

function renderSites({ tenant, ids }: Rendering): Row[] {
  return each(tenant.sites, ({ id, fields }) => ({
    id: Number(id),
    companyID: ids.company(fields.company),
    name: fields.name,
    isPrimary: fields.primary,
    isActive: fields.active,
    city: fields.city,
    countryID: null,
  }));
}

/** Whether a contact is active is a number here, and nowhere else. */
function renderContacts({ tenant, ids }: Rendering): Row[] {
  return each(tenant.contacts, ({ id, fields, updatedAt }) => ({
    id: Number(id),
    companyID: ids.company(fields.company),
    firstName: fields.firstName,
    lastName: fields.lastName,
    emailAddress: fields.email,
    phone: Number(id) % 2 === 0 ? fields.phone : null,
    mobilePhone: Number(id) % 2 === 0 ? null : fields.phone,
    title: fields.title,
    isActive: fields.active ? 1 : 0,
    primaryContact: fields.primary,
    createDate: moment(updatedAt, id),
    lastModifiedDate: moment(updatedAt, id),
  }));
}

function renderContracts({ tenant, choices, ids }: Rendering): Row[] {
  return each(tenant.contracts, ({ id, fields, updatedAt }) => ({
    id: Number(id),
    companyID: ids.company(fields.company),
    contractName: fields.name,
    contractNumber: fields.number,
    contractType: choices.value('Contracts', 'contractType', fields.type),
    contractPeriodType: choices.value('Contracts', 'contractPeriodType', fields.period?.label ?? null),
    status: choices.value('Contracts', 'status', fields.status),
    startDate: midnight(fields.startOn, id),
    endDate: midnight(fields.endOn, id),
    estimatedRevenue: fields.recurring ? 36_000 : 0,
    setupFee: 0,
    lastModifiedDateTime: moment(updatedAt, id),
  }));
}

/** The last product is a bundle of services, all others are services. */
function isBundle(product: string | null, tenant: Tenant): boolean {
  return product !== null && Number(product) === tenant.products.size;
}

/** A service has one period: one that is billed in several is a service for each; every second has none, and is billed as its contract. */
function serviceOf(
  product: string,
  label: string | null,
  choices: Choices,
): { id: number; periodType: number | null } {
  if (Number(product) % 2 === 0) return { id: Number(product), periodType: null };
  const periodType = choices.value('Services', 'periodType', label ?? 'Monthly')!;
  return { id: Number(product) + 1000 * periodType, periodType };
}

function renderLines(rendering: Rendering): Database {
  const { tenant, choices, ids } = rendering;
  const found = {
    Services: new Map<number, Row>(),
    ServiceBundles: new Map<number, Row>(),
    ContractServices: [] as Row[],
    ContractServiceBundles: [] as Row[],
    ContractServiceUnits: [] as Row[],
    ContractServiceBundleUnits: [] as Row[],
  };
  const addItem = (product: TenantRecord<'products'>, label: string | null) => {
    if (isBundle(product.id, tenant)) {
      const id = Number(product.id);
      found.ServiceBundles.set(id, { id, ...catalogueFields(product.fields), periodType: null });
      return id;
    }
    const { id, periodType } = serviceOf(product.id, label, choices);
    const vendorCompanyID = ids.vendor(product.fields.vendor);
    found.Services.set(id, { id, ...catalogueFields(product.fields), periodType, vendorCompanyID });
    return id;
  };
  for (const product of tenant.products.values()) addItem(product, null);
  for (const { id, fields } of tenant.contractLines.values()) {
    const product = fields.product === null ? undefined : tenant.products.get(fields.product);
    const item = product ? addItem(product, fields.period?.label ?? null) : null;
    const bundle = isBundle(fields.product, tenant);
    const service = {
      id: Number(id),
      contractID: Number(fields.contract),
      ...priceFields(Number(id), fields, product?.fields.price ?? null, bundle),
    };
    if (bundle) found.ContractServiceBundles.push({ ...service, serviceBundleID: item });
    else found.ContractServices.push({ ...service, serviceID: item });
    for (const row of renderUnits(rendering, id, fields)) {
      if (bundle)
        found.ContractServiceBundleUnits.push({
          ...row,
          contractServiceBundleID: Number(id),
          serviceBundleID: item,
        });
      else
        found.ContractServiceUnits.push({
          ...row,
          contractServiceID: Number(id),
          serviceID: item,
          vendorCompanyID: ids.vendor(fields.vendor),
        });
    }
  }
  return {
    ...found,
    Services: [...found.Services.values()],
    ServiceBundles: [...found.ServiceBundles.values()],
  };
}

function catalogueFields(fields: ProductRecord) {
  return {
    name: fields.name,
    sku: fields.sku,
    unitPrice: number(fields.price),
    unitCost: number(fields.cost),
    isActive: fields.active,
    lastModifiedDate: '2025-01-01T00:00:00Z',
  };
}

/** The price stands in one of three places; what is not billed costs nothing. */
function priceFields(id: number, fields: ContractLineRecord, listed: string | null, bundle: boolean) {
  const price = fields.billable ? number(fields.unitPrice) : 0;
  if (id % 5 === 0 && fields.billable && listed === fields.unitPrice) return { unitPrice: null };
  if (bundle && id % 2 === 0) return { unitPrice: 1, adjustedPrice: price };
  return { unitPrice: price };
}

function renderUnits({ tenant, asOf }: Rendering, id: string, fields: ContractLineRecord): Row[] {
  const contract = fields.contract === null ? undefined : tenant.contracts.get(fields.contract)?.fields;
  if (!contract?.startOn || !contract.endOn) return [];
  const rows = unitRows(
    {
      from: fields.startOn ?? contract.startOn,
      until: contract.endOn,
      period: fields.period ?? contract.period,
      quantity: Number(fields.quantity),
      cancelledOn: fields.cancelledOn,
      splitOn: Number(id) % 4 === 0 ? asOf : null,
    },
    asOf,
  );
  return rows.map(({ number: n, startDate, endDate, units }) => ({
    id: Number(id) * 10_000 + n,
    contractID: Number(fields.contract),
    units,
    price: Number(fields.unitPrice ?? 0) * units,
    cost: 0,
    startDate: midnight(startDate, String(n)),
    endDate: midnight(endDate, String(n)),
    approveAndPostDate: endDate < asOf ? midnight(endDate, String(n)) : '1970-01-01T00:00:00',
  }));
}

function renderTickets({ tenant, choices, ids }: Rendering): Row[] {
  return each(tenant.tickets, ({ id, fields, updatedAt }) => ({
    id: Number(id),
    companyID: ids.company(fields.company),
    ticketNumber: fields.number,
    title: fields.title,
    description: 'As reported by telephone.',
    queueID: choices.value('Tickets', 'queueID', fields.board),
    ticketType: choices.value('Tickets', 'ticketType', fields.type),
    priority: choices.value('Tickets', 'priority', fields.priority),
    status: choices.value('Tickets', 'status', fields.status),
    projectID: fields.kind === 'project' ? 77 : null,
    createDate: moment(fields.createdAt, id),
    completedDate: fields.closedAt === null ? null : moment(fields.closedAt, id),
    lastTrackedModificationDateTime: moment(updatedAt, id),
  }));
}

/** They name no company: it is their ticket's. */
function renderTimeEntries({ tenant, ids }: Rendering): Row[] {
  return each(tenant.timeEntries, ({ id, fields, updatedAt }) => ({
    id: Number(id),
    ticketID: fields.ticket === null ? null : Number(fields.ticket),
    taskID: fields.ticket === null && fields.kind === 'project' ? 55 : null,
    resourceID: ids.resource(fields.resource),
    dateWorked: midnight(fields.workedOn, id),
    hoursWorked: Number(fields.hours),
    isNonBillable: !fields.billable,
    summaryNotes: 'Worked on it.',
    createDateTime: moment(updatedAt, id),
    lastModifiedDateTime: moment(updatedAt, id),
  }));
}

function renderOpportunities({ tenant, choices, ids }: Rendering): Row[] {
  return each(tenant.opportunities, ({ id, fields, updatedAt }) => {
    const won = Number(id) % 2 === 0 ? 'Closed' : 'Implemented';
    const monthly = Number(fields.monthly ?? 0);
    return {
      id: Number(id),
      companyID: ids.company(fields.company),
      title: fields.name,
      stage: choices.value('Opportunities', 'stage', fields.stage),
      status: choices.value('Opportunities', 'status', { open: 'Active', won, lost: 'Lost' }[fields.state]),
      probability: number(fields.probability),
      projectedCloseDate: midnight(fields.closeOn, id),
      onetimeRevenue: number(fields.oneTime),
      monthlyRevenue: Number(id) % 2 === 0 ? monthly : 0,
      quarterlyRevenue: Number(id) % 2 === 0 ? 0 : monthly * 3,
      semiannualRevenue: 0,
      yearlyRevenue: 0,
      ownerResourceID: ids.resource(fields.owner),
      lastActivity: moment(updatedAt, id),
    };
  });
}

/** Beside those that were answered stands one that was not. */
function renderSurveys({ tenant, ids }: Rendering): Row[] {
  const answered = each(tenant.surveys, ({ id, fields }) => ({
    id: Number(id),
    companyID: ids.company(fields.company),
    ticketID: fields.ticket === null ? null : Number(fields.ticket),
    surveyRating: number(fields.score),
    sendDate: moment(fields.answeredAt, id),
    completeDate: moment(fields.answeredAt, id),
  }));
  return [
    ...answered,
    {
      id: 900_000,
      companyID: null,
      surveyRating: null,
      sendDate: '2026-11-01T08:00:00Z',
      completeDate: null,
    },
  ];
}

function each<R extends { readonly id: string }>(
  records: ReadonlyMap<string, R>,
  render: (record: R) => Row,
): Row[] {
  return [...records.values()].map(render);
}

const number = (decimal: string | null) => (decimal === null ? null : Number(decimal));

/** Some of Autotask's times end with a Z, some do not; all are UTC. */
function moment(instant: string, id: string): string {
  return Number(id) % 2 === 0 ? instant : instant.replace(/Z$/, '');
}

function midnight(day: Day | null, id: string): string | null {
  return day === null ? null : moment(`${day}T00:00:00Z`, id);
}
