import type { Instant, RecordFields, RecordKind } from '../../../domain/sync/records.ts';
import { TENANT_PERIODS, type Tenant, type TenantRecord } from '../tenant.ts';
import type { Row } from './condition.ts';

/**
 * The tenant's records in ConnectWise's words. What a record lacks is left out, or null; which of both depends on its id, since
 * the vendor does either.
 */
export interface Rendering {
  readonly tenant: Tenant;
  /** How far the vendor's clock is ahead. */
  readonly clockAheadMs: number;
}

type Render<K extends RecordKind> = (record: TenantRecord<K>, rendering: Rendering) => Row;

export const renderCompany: Render<'companies'> = ({ id, fields, updatedAt }, rendering) => ({
  id: Number(id),
  identifier: fields.shortCode ?? `C${id}`,
  name: fields.name,
  ...optional(id, {
    status: fields.status === null ? null : ref(COMPANY_STATUSES.indexOf(fields.status) + 1, fields.status),
    parentCompany: referTo('companies', fields.parent, rendering),
    territoryManager: member(fields.owner),
    market: named(fields.industry),
    territory: named(fields.territory),
  }),
  ...present({
    website: fields.website,
    phoneNumber: fields.phone,
    dateAcquired: date(fields.acquiredOn),
  }),
  numberOfEmployees: fields.employees,
  annualRevenue: numberOf(fields.annualRevenue),
  yearEstablished: fields.yearEstablished,
  deletedFlag: false,
  isVendorFlag: fields.types.includes('Vendor'),
  currency: currency(fields.currency),
  types: fields.types.filter((type) => type !== 'Vendor').map((type) => named(type)),
  _info: info(updatedAt, rendering),
});

export const COMPANY_STATUSES = ['Active', 'Inactive'];

export const renderSite: Render<'sites'> = ({ id, fields, updatedAt }, rendering) => ({
  id: Number(id),
  name: fields.name,
  ...present({ city: fields.city }),
  ...optional(id, {
    country: named(fields.country),
    company: referTo('companies', fields.company, rendering),
  }),
  primaryAddressFlag: fields.primary,
  inactiveFlag: !fields.active,
  _info: info(updatedAt, rendering),
});

export const renderContact: Render<'contacts'> = ({ id, fields, updatedAt }, rendering) => ({
  id: Number(id),
  ...present({ firstName: fields.firstName, lastName: fields.lastName, title: fields.title }),
  ...optional(id, { company: referTo('companies', fields.company, rendering) }),
  inactiveFlag: !fields.active,
  defaultFlag: fields.primary,
  ...(fields.phone !== null && Number(id) % 2 === 0 ? { defaultPhoneNbr: fields.phone } : {}),
  communicationItems: [
    ...(fields.email === null
      ? []
      : [item(1, 'Email', `before.${fields.email}`, false), item(2, 'Email', fields.email, true)]),
    ...(fields.phone === null ? [] : [item(3, 'Phone', fields.phone, true)]),
  ],
  _info: info(updatedAt, rendering),
});

export const renderProduct: Render<'products'> = ({ id, fields, updatedAt }, rendering) => ({
  id: Number(id),
  identifier: fields.sku ?? id,
  description: fields.name,
  customerDescription: fields.name,
  productClass: 'Agreement',
  ...optional(id, { category: named(fields.category), vendor: named(fields.vendor) }),
  price: numberOf(fields.price),
  cost: numberOf(fields.cost),
  recurringFlag: fields.recurring === true,
  recurringOneTimeFlag: fields.recurring === false,
  inactiveFlag: !fields.active,
  _info: info(updatedAt, rendering),
});

export const renderAgreement: Render<'contracts'> = ({ id, fields, updatedAt }, rendering) => ({
  id: Number(id),
  name: fields.name,
  ...optional(id, {
    type: named(fields.type),
    company: referTo('companies', fields.company, rendering),
    billingCycle: billingCycle(fields.period?.label ?? null),
    currency: currency(fields.currency),
  }),
  ...present({ startDate: date(fields.startOn), endDate: date(fields.endOn) }),
  noEndingDateFlag: fields.endOn === null,
  agreementStatus: fields.status,
  cancelledFlag: false,
  billOneTimeFlag: !fields.recurring,
  oneTimeFlag: false,
  billAmount: numberOf(fields.amount) ?? 0,
  applicationUnits: 'Amount',
  _info: info(updatedAt, rendering),
});

/** The same quantity and price in the ways that ConnectWise has for it. */
export const renderAddition: Render<'contractLines'> = ({ id, fields, updatedAt }, rendering) => {
  const [quantity, unitPrice] = [Number(fields.quantity), numberOf(fields.unitPrice)];
  const extPrice = unitPrice === null ? null : Number((quantity * unitPrice).toFixed(2));
  const shapes = [
    { quantity, unitPrice },
    { quantity: quantity + 2, lessIncluded: 2, unitPrice, extPrice },
    { quantity: quantity + 1, lessIncluded: 1, billedQuantity: quantity, unitPrice, extPrice },
    { quantity, lessIncluded: null, billedQuantity: null, unitPrice, extPrice: null },
  ];
  return {
    id: Number(id),
    ...present({ description: fields.description, agreementId: numberOf(fields.contract) }),
    ...optional(id, {
      product: fields.product === null ? null : { id: Number(fields.product), identifier: fields.sku ?? '' },
    }),
    ...shapes[Number(id) % shapes.length],
    billCustomer: fields.billable ? 'Billable' : Number(id) % 2 === 0 ? 'NoCharge' : 'DoNotBill',
    ...present({ effectiveDate: date(fields.startOn), cancelledDate: date(fields.cancelledOn) }),
    agreementStatus: 'Active',
    prorateCurrentPeriodFlag: true,
    proratePrice: 1,
    _info: info(updatedAt, rendering),
  };
};

export const BOARDS = ['Service desk', 'Projects'];
export const TICKET_STATUSES = ['New', 'In progress', 'Closed'];

/** Every fifth closed ticket is not flagged so; its status alone says it. */
export const renderTicket: Render<'tickets'> = ({ id, fields, updatedAt }, rendering) => ({
  id: Number(id),
  summary: fields.title,
  recordType: fields.kind === 'project' ? 'ProjectTicket' : 'ServiceTicket',
  ...optional(id, {
    board: fields.board === null ? null : ref(boardId(fields.board), fields.board),
    status: fields.status === null ? null : ref(statusId(fields.board, fields.status), fields.status),
    company: referTo('companies', fields.company, rendering),
    type: named(fields.type),
    priority: named(fields.priority),
  }),
  closedFlag: fields.closed && Number(id) % 5 !== 0,
  ...present({ closedDate: fields.closedAt }),
  _info: { ...info(updatedAt, rendering), dateEntered: seconds(fields.createdAt) },
});

export const boardId = (board: string) => BOARDS.indexOf(board) + 1;
export const statusId = (board: string | null, status: string) =>
  boardId(board ?? '') * 10 + TICKET_STATUSES.indexOf(status);

const CHARGED = { service: 'ServiceTicket', project: 'ProjectTicket', other: 'ChargeCode' } as const;

export const renderTimeEntry: Render<'timeEntries'> = ({ id, fields, updatedAt }, rendering) => ({
  id: Number(id),
  ...optional(id, {
    company: referTo('companies', fields.company, rendering),
    member: member(fields.resource),
  }),
  chargeToType: CHARGED[fields.kind],
  ...present({ chargeToId: numberOf(fields.ticket) }),
  timeStart: `${fields.workedOn}T14:00:00Z`,
  actualHours: Number(fields.hours),
  hoursBilled: fields.billable ? Number(fields.hours) : null,
  billableOption: fields.billable ? 'Billable' : 'NoCharge',
  _info: info(updatedAt, rendering),
});

export const OPPORTUNITY_STATES = ['open', 'won', 'lost'] as const;

export const renderOpportunity: Render<'opportunities'> = ({ id, fields, updatedAt }, rendering) => ({
  id: Number(id),
  name: fields.name,
  ...optional(id, {
    company: referTo('companies', fields.company, rendering),
    stage: named(fields.stage),
    status: ref(OPPORTUNITY_STATES.indexOf(fields.state) + 1, fields.state),
    probability: named(fields.probability),
    primarySalesRep: member(fields.owner),
  }),
  ...present({
    expectedCloseDate: date(fields.closeOn),
    closedDate: fields.state === 'open' ? null : date(fields.closeOn),
  }),
  _info: info(updatedAt, rendering),
});

export function renderForecast({ id, fields }: TenantRecord<'opportunities'>): Row {
  const base = { includeFlag: true, recurringFlag: false, forecastType: 'Product' };
  return {
    id: Number(id),
    forecastItems: [
      { ...base, id: 1, revenue: 77.7, includeFlag: false },
      ...(fields.oneTime === null ? [] : [{ ...base, id: 2, revenue: Number(fields.oneTime) }]),
      ...(fields.monthly === null
        ? []
        : [
            {
              ...base,
              id: 3,
              forecastType: 'Agreement',
              revenue: Number(fields.monthly) * 12,
              recurringFlag: true,
              recurringRevenue: Number(fields.monthly),
              billCycle: billingCycle('Monthly'),
              cycles: 12,
            },
          ]),
    ],
  };
}

export const renderSurvey: Render<'surveys'> = ({ id, fields, updatedAt }, rendering) => ({
  id: Number(id),
  ticketId: numberOf(fields.ticket),
  ...optional(id, { company: referTo('companies', fields.company, rendering) }),
  ...present({ emailAddress: fields.email, footerResponse: fields.comment }),
  totalPoints: numberOf(fields.score),
  results: [{ questionId: 1, answer: { caption: fields.score ?? '' } }],
  surveyId: 1,
  _info: { ...info(updatedAt, rendering), dateEntered: seconds(fields.answeredAt) },
});

function referTo(kind: 'companies', id: string | null, { tenant }: Rendering): Row | null {
  if (id === null) return null;
  const fields: RecordFields[typeof kind] | undefined = tenant[kind].get(id)?.fields;
  return { id: Number(id), identifier: fields?.shortCode ?? '', name: fields?.name ?? '' };
}

const ref = (id: number, name: string): Row => ({
  id,
  name,
  _info: { self_href: `https://psa.example/${id}` },
});

/** Where the name is all that matters, the id is made of it. */
function named(name: string | null): Row | null {
  if (name === null) return null;
  return ref(
    [...name].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) % 9973, 7),
    name,
  );
}

const member = (name: string | null): Row | null =>
  name === null ? null : { id: name.length, identifier: name.toLowerCase().replace(/\W/g, ''), name };

const currency = (code: string | null): Row | null =>
  code === null ? null : { id: 1, currencyCode: code, name: code, symbol: '$' };

export function billingCycle(label: string | null): Row | null {
  const at = TENANT_PERIODS.findIndex((period) => period.label === label);
  return label === null ? null : ref(at + 1, label);
}

const item = (id: number, communicationType: string, value: string, defaultFlag: boolean): Row => ({
  id,
  communicationType,
  value,
  defaultFlag,
});

function info(updatedAt: Instant, { clockAheadMs }: Rendering): Row {
  const lastUpdated = seconds(new Date(Date.parse(updatedAt) + clockAheadMs).toISOString());
  return { lastUpdated, updatedBy: 'somebody', dateEntered: lastUpdated, enteredBy: 'somebody' };
}

const seconds = (at: Instant) => `${at.slice(0, 19)}Z`;
const date = (day: string | null) => (day === null ? null : `${day}T00:00:00Z`);
const numberOf = (text: string | null) => (text === null ? null : Number(text));

/** Without what is null. */
function present(fields: Row): Row {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

/** References that are not there are left out, or null. */
function optional(id: string, fields: Row): Row {
  return Number(id) % 3 === 0 ? fields : present(fields);
}
