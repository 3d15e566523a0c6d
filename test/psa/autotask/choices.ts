/**
 * The picklists of an Autotask tenant: a number for each label, another one in each tenant and each kind of rows, except
 * for those that Autotask itself brings along.
 */
export interface Choices {
  /** The number of a label, which the picklist is given if it does not have it; null for null. */
  value(entity: string, field: string, label: string | null): number | null;
  /** As `entityInformation/fields` has it: values are texts there, and numbers in the rows. */
  picklist(entity: string, field: string): readonly Choice[] | null;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly isDefaultValue: boolean;
  readonly sortOrder: number;
  readonly isActive: boolean;
  readonly isSystem: boolean;
}

/** Values of Autotask's own, and what this MSP calls them. */
const SYSTEM: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'Companies.companyType': {
    Client: 1,
    Lead: 2,
    Prospect: 3,
    Dead: 4,
    Cancelation: 6,
    Vendor: 7,
    Partner: 8,
  },
  'Contracts.status': { Inactive: 0, Active: 1 },
  'Contracts.contractType': {
    'Time and Materials': 1,
    'Fixed Price': 3,
    'Block Hours': 4,
    Retainer: 6,
    'Recurring Service': 7,
    'Per Ticket': 8,
  },
  'Tickets.status': { New: 1, Closed: 5 },
  'Opportunities.status': { Active: 1, Lost: 2, Closed: 3, Implemented: 4 },
};

/** The first number of an MSP's own values; another one for each picklist. */
const OWN_FROM: Readonly<Record<string, number>> = {
  'Services.periodType': 1,
  'ServiceBundles.periodType': 5,
  'Contracts.contractPeriodType': 11,
};

export function makeChoices(): Choices {
  const lists = new Map<string, Map<string, number>>(
    [...Object.keys(SYSTEM), ...Object.keys(OWN_FROM)].map((key) => [
      key,
      new Map(Object.entries(SYSTEM[key] ?? {})),
    ]),
  );
  return {
    value(entity, field, label) {
      if (label === null) return null;
      const key = `${entity}.${field}`;
      const list = lists.get(key) ?? new Map<string, number>();
      lists.set(key, list);
      const value = list.get(label) ?? (OWN_FROM[key] ?? 29_682_801) + list.size;
      list.set(label, value);
      return value;
    },
    picklist(entity, field) {
      const key = `${entity}.${field}`;
      const list = lists.get(key);
      if (!list) return null;
      return [...list].map(([label, value], sortOrder) => ({
        value: String(value),
        label,
        isDefaultValue: false,
        sortOrder,
        isActive: true,
        isSystem: SYSTEM[key]?.[label] !== undefined,
      }));
    },
  };
}
