import type { BillingPeriod, RecordKind } from '../../../domain/sync/records.ts';
import type { Tenant, TenantRecord } from '../tenant.ts';

/** A tenant as rows of HaloPSA's lists: thin, with ids where names are, and with 1900-01-01 where there is nothing. */
export type Row = Readonly<Record<string, unknown>>;

export const NEVER = '1900-01-01T00:00:00';
/** HaloPSA numbers tickets and opportunities in one row. */
export const OPPORTUNITY_OFFSET = 80_000_000;
export const INVOICE_OFFSET = 10_000;
const DISABLED_OFFSET = 5_000_000;
const FLAT_OFFSET = 30_000_000;
const HEADING_OFFSET = 40_000_000;
const GENERAL_USER_OFFSET = 90_000_000;

export const TICKET_TYPES = [
  { id: 1, name: 'Incident', use: 'ticket' },
  { id: 2, name: 'Project task', use: 'projects' },
  { id: 3, name: 'Sales', use: 'opps' },
];
const TYPE_OF = { service: 1, other: 1, project: 2 } as const;

const CODES: Readonly<Record<string, number>> = {
  weekly: 1,
  monthly: 2,
  annual: 3,
  quarterly: 4,
  semiannual: 5,
  triennial: 7,
};
export const periodCode = (period: BillingPeriod | null) =>
  period === null ? 0 : (CODES[period.cycle ?? ''] ?? 6);

/** Names that lists have as numbers, numbered as they come up. */
export interface Numbers {
  readonly of: (list: NumberedList, name: string | null) => number;
  readonly entries: (list: NumberedList) => readonly { readonly id: number; readonly name: string }[];
}
export type NumberedList =
  | 'agents'
  | 'statuses'
  | 'priorities'
  | 'suppliers'
  | 'customerTypes'
  | 'currencies';

export function openNumbers(): Numbers {
  const lists = new Map<NumberedList, Map<string, number>>();
  const names = (list: NumberedList) => lists.get(list) ?? lists.set(list, new Map()).get(list)!;
  return {
    of: (list, name) => {
      if (name === null) return 0;
      const known = names(list);
      return known.get(name) ?? known.set(name, known.size + 1).get(name)!;
    },
    entries: (list) => [...names(list)].map(([name, id]) => ({ id, name })),
  };
}

/** All that a list of names has. */
export function namesOf(list: NumberedList, tenant: Tenant): readonly (string | null)[] {
  switch (list) {
    case 'agents':
      return [
        ...all(tenant, 'companies').map(({ fields }) => fields.owner),
        ...all(tenant, 'opportunities').map(({ fields }) => fields.owner),
        ...all(tenant, 'timeEntries').map(({ fields }) => fields.resource),
      ];
    case 'statuses':
      return [
        ...all(tenant, 'tickets').map(({ fields }) => fields.status),
        ...all(tenant, 'opportunities').map(({ fields }) => fields.stage),
      ];
    case 'priorities':
      return all(tenant, 'tickets').map(({ fields }) => fields.priority);
    case 'suppliers':
      return [
        ...all(tenant, 'products').map(({ fields }) => fields.vendor),
        ...all(tenant, 'contractLines').map(({ fields }) => fields.vendor),
      ];
    case 'customerTypes':
      return all(tenant, 'companies').map(({ fields }) => fields.types[0] ?? null);
    case 'currencies':
      return all(tenant, 'companies').map(({ fields }) => fields.currency);
  }
}

/** Every eleventh regular contract is known by its recurring invoice alone: HaloPSA does not list it. */
export const isListed = ({ id, fields }: TenantRecord<'contracts'>) =>
  !fields.recurring || Number(id) % 11 !== 0;

export function clientRow(
  { id, fields }: TenantRecord<'companies'>,
  numbers: Numbers,
  mainSite: number | null,
): Row {
  return {
    id: Number(id),
    name: fields.name,
    ref: fields.shortCode,
    inactive: !fields.active,
    toplevel_id: 1,
    toplevel_name: fields.territory,
    customertype: numbers.of('customerTypes', fields.types[0] ?? null),
    accountmanagertech: numbers.of('agents', fields.owner),
    website: fields.website ?? '',
    main_phonenumber: fields.phone,
    main_site_id: mainSite,
    default_currency_code: numbers.of('currencies', fields.currency),
    stopped: 0,
  };
}

export function siteRow({ id, fields }: TenantRecord<'sites'>, withAddress: boolean): Row {
  return {
    id: Number(id),
    name: fields.name,
    client_id: fields.company === null ? null : Number(fields.company),
    inactive: !fields.active,
    isstocklocation: false,
    ...(withAddress && {
      delivery_address_line1: '1 High Street',
      delivery_address_line3: fields.city,
      country_code_name: fields.country,
    }),
  };
}

export function userRow({ id, fields }: TenantRecord<'contacts'>): Row {
  return {
    id: Number(id),
    name: `${fields.firstName ?? ''} ${fields.lastName ?? ''}`.trim(),
    firstname: fields.firstName,
    surname: fields.lastName ?? '',
    client_id: fields.company === null ? null : Number(fields.company),
    site_id: 1.0,
    emailaddress: fields.email,
    phonenumber_preferred: fields.phone,
    title: fields.title,
    inactive: !fields.active,
    isimportantcontact: fields.primary,
    isserviceaccount: fields.serviceAccount,
  };
}

/** Each site has one; nobody in particular. */
export function generalUserRow({ id, fields }: TenantRecord<'sites'>): Row {
  return {
    id: GENERAL_USER_OFFSET + Number(id),
    name: 'General User',
    client_id: fields.company === null ? null : Number(fields.company),
    inactive: false,
  };
}

export function itemRow({ id, fields }: TenantRecord<'products'>, numbers: Numbers): Row {
  return {
    id: Number(id),
    name: fields.name,
    internalreference: fields.sku,
    assetgroup_name: fields.category,
    baseprice: 0,
    recurringprice: fields.price === null ? null : Number(fields.price),
    costprice: fields.cost === null ? null : Number(fields.cost),
    isrecurringitem: fields.recurring,
    supplier_id: numbers.of('suppliers', fields.vendor),
  };
}

/** The flat amount stands on the contract if nothing else is billed, else on the recurring invoice. */
export function contractRow({ id, fields, updatedAt }: TenantRecord<'contracts'>, hasLines: boolean): Row {
  return {
    id: Number(id),
    client_id: fields.company === null ? null : Number(fields.company),
    ref: fields.name,
    refextra: fields.number,
    start_date: dateOr(fields.startOn),
    end_date: dateOr(fields.endOn),
    next_invoice_date: NEVER,
    active: fields.active,
    contract_status: fields.status,
    contracttype_name: fields.type,
    billingperiod: periodCode(fields.period),
    periodchargeamount: hasLines || fields.amount === null ? 0 : Number(fields.amount),
    last_modified: updatedAt,
  };
}

/** The recurring invoice of a contract; one that was replaced by it is still there, switched off. */
export function invoiceRows(
  contract: TenantRecord<'contracts'>,
  lines: readonly TenantRecord<'contractLines'>[],
  numbers: Numbers,
): readonly Row[] {
  const { id, fields } = contract;
  const flat = fields.amount === null ? [] : [flatLine(contract)];
  const row = {
    id: INVOICE_OFFSET + Number(id),
    client_id: fields.company === null ? null : Number(fields.company),
    contract_id: Number(id),
    contract_ref: fields.name,
    disabled: !fields.active,
    period: periodCode(fields.period),
    periodname: fields.period?.cycle && Number(id) % 3 === 0 ? fields.period.label : null,
    startdate: dateOr(fields.startOn),
    enddate: dateOr(fields.endOn),
    currency: '$',
    currency_code_name: fields.currency,
    total: 999_999,
    lines: [headingLine(contract), ...flat, ...lines.map((line) => lineRow(line, numbers))],
  };
  const replaced = { ...row, id: DISABLED_OFFSET + row.id, disabled: true };
  return Number(id) % 5 === 0 ? [replaced, row] : [row];
}

/** What is not billed is discounted away. */
function lineRow({ id, fields }: TenantRecord<'contractLines'>, numbers: Numbers): Row {
  const price = Number(fields.unitPrice);
  const net = fields.billable ? Number(fields.quantity) * price : 0;
  return {
    id: Number(id),
    item_code: fields.sku,
    item_shortdescription: fields.description,
    _itemid: fields.product === null ? 0 : Number(fields.product),
    qty_order: Number(fields.quantity),
    unit_price: price,
    discount_perc: fields.billable ? 0 : 100,
    net_amount: net,
    total_price: net * 1.2,
    billingperiod: periodCode(fields.period),
    startdate: dateOr(fields.startOn),
    enddate: fields.cancelledOn === null ? NEVER : `${dayBefore(fields.cancelledOn)}T00:00:00`,
    onetimecharge: fields.oneTime,
    isinactive: false,
    isgroupdesc: false,
    supplier: numbers.of('suppliers', fields.vendor),
  };
}

function flatLine({ id, fields }: TenantRecord<'contracts'>): Row {
  return {
    id: FLAT_OFFSET + Number(id),
    item_shortdescription: 'Flat amount',
    qty_order: 1,
    unit_price: Number(fields.amount),
    net_amount: Number(fields.amount),
    billingperiod: periodCode(fields.period),
    startdate: dateOr(fields.startOn),
    enddate: NEVER,
  };
}

function headingLine({ id }: TenantRecord<'contracts'>): Row {
  return {
    id: HEADING_OFFSET + Number(id),
    item_shortdescription: 'Services',
    isgroupdesc: true,
    qty_order: 1,
    unit_price: 1,
  };
}

export function ticketRow(
  { id, fields, updatedAt }: TenantRecord<'tickets'>,
  numbers: Numbers,
  hours: number,
): Row {
  return {
    id: Number(id),
    summary: fields.title,
    client_id: fields.company === null ? 0 : Number(fields.company),
    status_id: numbers.of('statuses', fields.status),
    tickettype_id: TYPE_OF[fields.kind],
    priority_id: numbers.of('priorities', fields.priority),
    team: fields.board,
    dateoccurred: fields.createdAt,
    dateclosed: fields.closedAt ?? NEVER,
    hasbeenclosed: fields.closed,
    last_update: updatedAt,
    timetaken: hours,
  };
}

export function opportunityRow(
  { id, fields, updatedAt }: TenantRecord<'opportunities'>,
  numbers: Numbers,
): Row {
  return {
    id: OPPORTUNITY_OFFSET + Number(id),
    summary: fields.name,
    client_id: fields.company === null ? 0 : Number(fields.company),
    status_id: numbers.of('statuses', fields.stage),
    tickettype_id: 3,
    agent_id: numbers.of('agents', fields.owner),
    dateoccurred: updatedAt,
    dateclosed: fields.state === 'lost' ? updatedAt : NEVER,
    oppconverteddate: fields.state === 'won' ? updatedAt : NEVER,
    oppvalue: Number(fields.oneTime),
    oppconversionprobability: Number(fields.probability),
    targetdate: dateOr(fields.closeOn),
    last_update: updatedAt,
  };
}

export function timesheetRow({ id, fields }: TenantRecord<'timeEntries'>, numbers: Numbers): Row {
  return {
    id: Number(id),
    event_type: 0,
    start_date: `${fields.workedOn}T09:00:00Z`,
    end_date: `${fields.workedOn}T10:00:00Z`,
    timetaken: Number(fields.hours),
    agent_id: numbers.of('agents', fields.resource),
    ticket_id: fields.ticket === null ? 0 : Number(fields.ticket),
    action_number: Number(id),
    client_id: fields.company === null ? 0 : Number(fields.company),
    tickettype_id: TYPE_OF[fields.kind],
    charge_rate: fields.billable ? 1 : 0,
    break_type: 0,
    holiday_id: 0,
  };
}

export function actionRow({ id, fields }: TenantRecord<'timeEntries'>, numbers: Numbers): Row {
  return {
    id: Number(id),
    datetime: `${fields.workedOn}T09:00:00Z`,
    timetaken: Number(fields.hours),
    actionchargehours: fields.billable ? Number(fields.hours) : 0,
    actionnonchargehours: fields.billable ? 0 : Number(fields.hours),
    actionby_agent_id: numbers.of('agents', fields.resource),
    who_type: 1,
  };
}

export function feedbackRow({ id, fields }: TenantRecord<'surveys'>): Row {
  return {
    id: Number(id),
    ticket_id: fields.ticket === null ? null : Number(fields.ticket),
    score: fields.score === null ? null : Number(fields.score),
    score_band: { positive: 1, neutral: 2, negative: 3 }[fields.rating ?? 'neutral'],
    date: fields.answeredAt,
    comment: fields.comment ?? '',
  };
}

export function all<K extends RecordKind>(tenant: Tenant, kind: K): readonly TenantRecord<K>[] {
  return [...(tenant[kind] as ReadonlyMap<string, TenantRecord<K>>).values()];
}

const dateOr = (day: string | null) => (day === null ? NEVER : `${day}T00:00:00`);

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}
