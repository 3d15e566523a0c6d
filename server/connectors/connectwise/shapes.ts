import { z } from 'zod';
import { day, decimal, flag, instant, listOf, reference, text, whole } from '../lenient.ts';

/** What we read of ConnectWise's rows, under its names; whatever else a row has is left alone. */
const ref = z.object({ id: reference, identifier: text, name: text }).nullable().catch(null);

/** Older versions say it as `isoCode`. */
const currency = z
  .object({ currencyCode: text, isoCode: text, currencyIdentifier: text })
  .nullable()
  .catch(null);

const row = {
  id: reference,
  _info: z.object({ lastUpdated: instant, dateEntered: instant }).nullable().catch(null),
};

export const companyShape = z.object({
  ...row,
  identifier: text,
  name: text,
  status: ref,
  types: listOf(z.object({ name: text })),
  // Older versions name types by their ids.
  typeIds: listOf(reference),
  isVendorFlag: flag,
  deletedFlag: flag,
  parentCompany: ref,
  territoryManager: ref,
  website: text,
  phoneNumber: text,
  currency,
  numberOfEmployees: whole,
  dateAcquired: day,
  annualRevenue: decimal,
  yearEstablished: whole,
  market: ref,
  territory: ref,
});
export type Company = z.output<typeof companyShape>;

export const companyTypeShape = z.object({ ...row, name: text });

export const companyStatusShape = z.object({ ...row, inactiveFlag: flag });

export const siteShape = z.object({
  ...row,
  name: text,
  primaryAddressFlag: flag,
  inactiveFlag: flag,
  city: text,
  country: ref,
});
export type Site = z.output<typeof siteShape>;

export const contactShape = z.object({
  ...row,
  company: ref,
  firstName: text,
  lastName: text,
  title: text,
  inactiveFlag: flag,
  defaultFlag: flag,
  defaultPhoneNbr: text,
  communicationItems: listOf(z.object({ value: text, defaultFlag: flag, communicationType: text })),
});
export type Contact = z.output<typeof contactShape>;

export const catalogItemShape = z.object({
  ...row,
  identifier: text,
  description: text,
  category: ref,
  price: decimal,
  cost: decimal,
  recurringFlag: flag,
  recurringOneTimeFlag: flag,
  vendor: ref,
  inactiveFlag: flag,
});
export type CatalogItem = z.output<typeof catalogItemShape>;

export const billingCycleShape = z.object({ ...row, name: text, billingOptions: text });

export const agreementShape = z.object({
  ...row,
  name: text,
  type: ref,
  company: ref,
  agreementStatus: text,
  cancelledFlag: flag,
  dateCancelled: day,
  startDate: day,
  endDate: day,
  noEndingDateFlag: flag,
  oneTimeFlag: flag,
  billOneTimeFlag: flag,
  billAmount: decimal,
  billingCycle: ref,
  currency,
});
export type Agreement = z.output<typeof agreementShape>;

export const additionShape = z.object({
  ...row,
  product: ref,
  description: text,
  quantity: decimal,
  lessIncluded: decimal,
  billedQuantity: decimal,
  unitPrice: decimal,
  extPrice: decimal,
  billCustomer: text,
  effectiveDate: day,
  cancelledDate: day,
});
export type Addition = z.output<typeof additionShape>;

export const ticketShape = z.object({
  ...row,
  summary: text,
  recordType: text,
  // Of older versions; newer ones have it in `_info`.
  dateEntered: instant,
  board: ref,
  status: ref,
  type: ref,
  priority: ref,
  company: ref,
  closedFlag: flag,
  closedDate: instant,
  dateResolved: instant,
});
export type Ticket = z.output<typeof ticketShape>;

export const boardStatusShape = z.object({ ...row, closedStatus: flag });

export const timeEntryShape = z.object({
  ...row,
  company: ref,
  chargeToType: text,
  chargeToId: reference,
  ticket: ref,
  timeStart: day,
  actualHours: decimal,
  billableOption: text,
  member: ref,
});
export type TimeEntry = z.output<typeof timeEntryShape>;

export const opportunityShape = z.object({
  ...row,
  name: text,
  company: ref,
  stage: ref,
  status: ref,
  probability: ref,
  expectedCloseDate: day,
  closedDate: day,
  primarySalesRep: ref,
});
export type Opportunity = z.output<typeof opportunityShape>;

export const opportunityStatusShape = z.object({ ...row, wonFlag: flag, lostFlag: flag, closedFlag: flag });

export const forecastShape = z.object({
  forecastItems: listOf(
    z.object({
      includeFlag: flag,
      revenue: decimal,
      recurringFlag: flag,
      recurringRevenue: decimal,
      billCycle: ref,
    }),
  ),
});
export type Forecast = z.output<typeof forecastShape>;

export const surveyShape = z.object({ ...row });

export const questionShape = z.object({
  ...row,
  type: text,
  includeFlag: flag,
  options: listOf(z.object({ points: whole })),
});
export type Question = z.output<typeof questionShape>;

export const surveyResultShape = z.object({
  ...row,
  ticketId: reference,
  company: ref,
  emailAddress: text,
  footerResponse: text,
  totalPoints: whole,
});
export type SurveyResult = z.output<typeof surveyResultShape>;
