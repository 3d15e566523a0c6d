import { z } from 'zod';
import { day, decimal, flag, instant, reference, text, whole } from '../lenient.ts';

/** An id of Autotask, or a reference to a company: 0 is a company too, the MSP itself. */
const key = whole.transform((number) => (number === null || number < 0 ? null : String(number)));

/** The value of a picklist, as it is before its label is looked up. Autotask counts them; older fields have letters. */
const choice = text;

/** One kind of row in Autotask's API: where it is asked for, which of its fields we read, and how leniently. */
export interface Entity<Shape extends z.ZodRawShape> {
  /** As in the address: "Companies". */
  readonly name: string;
  readonly fields: readonly string[];
  /** Null: that is no row. Names may come in any case, as the documentation's differ from the answers'. */
  parse(raw: unknown): z.output<z.ZodObject<Shape>> | null;
}
export type RowOf<E> = E extends Entity<infer Shape> ? z.output<z.ZodObject<Shape>> : never;

function entity<Shape extends z.ZodRawShape>(name: string, shape: Shape): Entity<Shape> {
  const fields = Object.keys(shape);
  const spelling = new Map(fields.map((field) => [field.toLowerCase(), field]));
  const parser = z.object(shape);
  return {
    name,
    fields,
    parse(raw) {
      if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return null;
      const named = Object.entries(raw).map(([field, value]) => [
        spelling.get(field.toLowerCase()) ?? field,
        value,
      ]);
      return parser.parse(Object.fromEntries(named));
    },
  };
}

export const Companies = entity('Companies', {
  id: key,
  companyName: text,
  companyNumber: text,
  companyType: choice,
  isActive: flag,
  parentCompanyID: reference,
  ownerResourceID: reference,
  marketSegmentID: choice,
  territoryID: choice,
  currencyID: reference,
  phone: text,
  webAddress: text,
  lastTrackedModifiedDateTime: instant,
});

export const CompanyLocations = entity('CompanyLocations', {
  id: key,
  companyID: key,
  name: text,
  city: text,
  isPrimary: flag,
  isActive: flag,
});

export const Contacts = entity('Contacts', {
  id: key,
  companyID: key,
  firstName: text,
  lastName: text,
  emailAddress: text,
  phone: text,
  mobilePhone: text,
  title: text,
  isActive: flag,
  primaryContact: flag,
  lastModifiedDate: instant,
});

export const Contracts = entity('Contracts', {
  id: key,
  companyID: key,
  contractName: text,
  contractNumber: text,
  contractType: choice,
  contractPeriodType: choice,
  status: choice,
  startDate: day,
  endDate: day,
  estimatedRevenue: decimal,
  lastModifiedDateTime: instant,
});

const contractService = {
  id: key,
  contractID: key,
  unitPrice: decimal,
  adjustedPrice: decimal,
  invoiceDescription: text,
} as const;
export const ContractServices = entity('ContractServices', { ...contractService, serviceID: reference });
export const ContractServiceBundles = entity('ContractServiceBundles', {
  ...contractService,
  serviceBundleID: reference,
});

/** A billing period of a service on a contract, or a part of one if its units changed on the way. */
const units = { id: key, contractID: key, units: decimal, startDate: day, endDate: day } as const;
export const ContractServiceUnits = entity('ContractServiceUnits', {
  ...units,
  contractServiceID: reference,
  vendorCompanyID: reference,
});
export const ContractServiceBundleUnits = entity('ContractServiceBundleUnits', {
  ...units,
  contractServiceBundleID: reference,
});

const catalogue = {
  id: key,
  name: text,
  sku: text,
  unitPrice: decimal,
  unitCost: decimal,
  periodType: choice,
  isActive: flag,
  lastModifiedDate: instant,
} as const;
export const Services = entity('Services', { ...catalogue, vendorCompanyID: reference });
export const ServiceBundles = entity('ServiceBundles', catalogue);

export const Tickets = entity('Tickets', {
  id: key,
  companyID: key,
  ticketNumber: text,
  title: text,
  queueID: choice,
  ticketType: choice,
  priority: choice,
  status: choice,
  projectID: reference,
  createDate: instant,
  completedDate: instant,
  lastTrackedModificationDateTime: instant,
});

export const TimeEntries = entity('TimeEntries', {
  id: key,
  ticketID: reference,
  taskID: reference,
  resourceID: reference,
  dateWorked: day,
  hoursWorked: decimal,
  isNonBillable: flag,
  lastModifiedDateTime: instant,
});

export const Opportunities = entity('Opportunities', {
  id: key,
  companyID: key,
  title: text,
  stage: choice,
  status: choice,
  probability: decimal,
  projectedCloseDate: day,
  closedDate: day,
  lostDate: day,
  amount: decimal,
  onetimeRevenue: decimal,
  monthlyRevenue: decimal,
  quarterlyRevenue: decimal,
  semiannualRevenue: decimal,
  yearlyRevenue: decimal,
  ownerResourceID: reference,
  lastActivity: instant,
});

export const SurveyResults = entity('SurveyResults', {
  id: key,
  companyID: key,
  contactID: reference,
  ticketID: reference,
  surveyRating: decimal,
  completeDate: instant,
});

export const Resources = entity('Resources', { id: key, firstName: text, lastName: text });
export const Currencies = entity('Currencies', { id: key, name: text, description: text });
