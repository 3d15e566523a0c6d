import { z } from 'zod';
import { day, decimal, flag, instant, listOf, reference, text, whole } from '../lenient.ts';

/** Rows of HaloPSA's API, as far as we read them. Lists are thinner than single records: any field may be missing. */
export const Client = z.object({
  id: reference,
  name: text,
  ref: text,
  inactive: flag,
  toplevel_name: text,
  customertype: reference,
  customer_relationship_list: text,
  accountmanagertech: reference,
  accountmanagertech_name: text,
  website: text,
  main_phonenumber: text,
  main_site_id: reference,
  currencyisocode: text,
  default_currency_code: reference,
  alastupdate: instant,
});
export type Client = z.infer<typeof Client>;

export const Site = z.object({
  id: reference,
  name: text,
  client_id: reference,
  inactive: flag,
  isstocklocation: flag,
  delivery_address_line3: text,
  country_code_name: text,
  slastupdate: instant,
});
export type Site = z.infer<typeof Site>;

export const User = z.object({
  id: reference,
  name: text,
  firstname: text,
  surname: text,
  client_id: reference,
  site_id: reference,
  emailaddress: text,
  phonenumber_preferred: text,
  phonenumber: text,
  mobilenumber: text,
  title: text,
  inactive: flag,
  isimportantcontact: flag,
  isserviceaccount: flag,
  ulastupdate: instant,
});
export type User = z.infer<typeof User>;

export const Item = z.object({
  id: reference,
  name: text,
  internalreference: text,
  externalreference: text,
  assetgroup_name: text,
  baseprice: decimal,
  costprice: decimal,
  recurringprice: decimal,
  recurringcost: decimal,
  isrecurringitem: flag,
  supplier_name: text,
  supplier_id: reference,
  item_suppliers: listOf(z.object({ supplier_name: text })),
  inactive: flag,
  lastmodified: instant,
});
export type Item = z.infer<typeof Item>;

export const ClientContract = z.object({
  id: reference,
  client_id: reference,
  ref: text,
  refextra: text,
  contracttype_name: text,
  contract_status: text,
  active: flag,
  rollingcontract: flag,
  start_date: day,
  end_date: day,
  billingperiod: reference,
  billing_period_string: text,
  periodchargeamount: decimal,
  last_modified: instant,
});
export type ClientContract = z.infer<typeof ClientContract>;

export const InvoiceLine = z.object({
  id: reference,
  item_code: text,
  item_internal_reference: text,
  item_shortdescription: text,
  item_longdescription: text,
  _itemid: reference,
  qty_order: decimal,
  unit_price: decimal,
  net_total: decimal,
  net_amount: decimal,
  discount_perc: decimal,
  billingperiod: reference,
  startdate: day,
  enddate: day,
  onetimecharge: flag,
  isinactive: flag,
  isgroupdesc: flag,
  supplier: reference,
  supplier_name: text,
  recurring_invoice_quantity_type: whole,
  _is_calculated_line: flag,
  calculate_price_from_assets: flag,
  calculate_price_from_users: flag,
});
export type InvoiceLine = z.infer<typeof InvoiceLine>;

export const RecurringInvoice = z.object({
  id: reference,
  client_id: reference,
  contract_id: reference,
  contract_ref: text,
  name: text,
  disabled: flag,
  period: reference,
  periodname: text,
  startdate: day,
  enddate: day,
  currency_code_name: text,
  currency: text,
  lines: listOf(InvoiceLine),
  last_modified: instant,
});
export type RecurringInvoice = z.infer<typeof RecurringInvoice>;

/** Also an opportunity, which is a ticket of another type. */
export const Ticket = z.object({
  id: reference,
  summary: text,
  client_id: reference,
  status_id: reference,
  tickettype_id: reference,
  priority_id: reference,
  priority_name: text,
  agent_id: reference,
  team: text,
  dateoccurred: instant,
  dateclosed: instant,
  hasbeenclosed: flag,
  last_update: instant,
  lastactiondate: instant,
  timetaken: decimal,
  oppvalue: decimal,
  oppconversionprobability: decimal,
  oppconverteddate: instant,
  targetdate: day,
});
export type Ticket = z.infer<typeof Ticket>;

export const TimesheetEvent = z.object({
  id: reference,
  ticket_id: reference,
  action_number: reference,
  client_id: reference,
  tickettype_id: reference,
  agent_id: reference,
  break_type: reference,
  holiday_id: reference,
  charge_rate: reference,
  start_date: instant,
  timetaken: decimal,
});
export type TimesheetEvent = z.infer<typeof TimesheetEvent>;

export const Action = z.object({
  id: reference,
  datetime: instant,
  timetaken: decimal,
  actionchargehours: decimal,
  actionprepayhours: decimal,
  actionby_agent_id: reference,
  who: text,
});
export type Action = z.infer<typeof Action>;

export const Feedback = z.object({
  id: reference,
  ticket_id: reference,
  score: decimal,
  score_band: decimal,
  date: instant,
  comment: text,
});
export type Feedback = z.infer<typeof Feedback>;

/** An entry of a list that ids refer to: statuses, types, priorities, agents, currencies, suppliers. */
export const Entry = z.object({ id: reference, priorityid: reference, name: text, code: text, use: text });
export type Entry = z.infer<typeof Entry>;
