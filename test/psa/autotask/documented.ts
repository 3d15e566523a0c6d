import { openSpecification, readSpecification } from '../specification.ts';
import type { FieldNames } from './query.ts';

/** What Autotask's own documents say of its API, for the fake and its requests to be held to. */

/** The model of an entity in the specification, and fields that came after it and that a live tenant was seen to have. */
const MODELS: Readonly<Record<string, string>> = {
  Companies: 'CompanyModel',
  CompanyLocations: 'CompanyLocationModel',
  Contacts: 'ContactModel',
  Contracts: 'ContractModel',
  ContractServices: 'ContractServiceModel',
  ContractServiceBundles: 'ContractServiceBundleModel',
  ContractServiceUnits: 'ContractServiceUnitModel',
  ContractServiceBundleUnits: 'ContractServiceBundleUnitModel',
  Services: 'ServiceModel',
  ServiceBundles: 'ServiceBundleModel',
  Tickets: 'TicketModel',
  TimeEntries: 'TimeEntryModel',
  Opportunities: 'OpportunityModel',
  SurveyResults: 'SurveyResultsModel',
  Resources: 'ResourceModel',
  Currencies: 'CurrencyModel',
};
/** Of the help pages, newer than both documents. */
const NEWER: Readonly<Record<string, readonly string[]>> = { Contracts: ['lastModifiedDateTime'] };

export const ENTITIES = Object.keys(MODELS);

const { definitions } = readSpecification('autotask.json') as {
  readonly definitions: Readonly<Record<string, { properties: Readonly<Record<string, unknown>> }>>;
};
const live = readSpecification('autotask-live-fields.json') as Readonly<
  Record<string, { fields: Readonly<Record<string, string>> }>
>;

/** The specification writes CompanyName and SKU, the answers companyName and sku. */
const property = (name: string) =>
  /^[A-Z]+$/.test(name) ? name.toLowerCase() : name[0]!.toLowerCase() + name.slice(1);
const specification = openSpecification('autotask.json', { property });

export const fieldsOf: ReadonlyMap<string, FieldNames> = new Map(
  ENTITIES.map((entity) => [
    entity,
    new Map(
      [
        ...Object.keys(definitions[MODELS[entity]!]!.properties).map(property),
        ...Object.keys(live[entity]?.fields ?? {}),
        ...(NEWER[entity] ?? []),
      ].map((name) => [name.toLowerCase(), name]),
    ),
  ]),
);

/** @param path from `/V1.0` on. */
export function requestProblems(method: string, path: string, query: Iterable<string>): readonly string[] {
  return specification.requestProblems(method, path, query);
}

/** Properties of the specification's own. */
const specified: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  ENTITIES.map((entity) => [
    entity,
    new Set(Object.keys(definitions[MODELS[entity]!]!.properties).map(property)),
  ]),
);

/**
 * A row against its model. The specification does not say that every field may be null, and that times come without a Z; what
 * is newer than the specification is left out.
 */
export function rowProblems(entity: string, row: Readonly<Record<string, unknown>>): readonly string[] {
  const entries = Object.entries(row).filter(
    ([name, value]) =>
      value !== null && (specified.get(entity)!.has(name) || !fieldsOf.get(entity)!.has(name.toLowerCase())),
  );
  const zonedRow = Object.fromEntries(entries.map(([name, value]) => [name, zoned(value)]));
  return specification.schemaProblems(MODELS[entity]!, zonedRow);
}

export function answerProblems(model: string, value: unknown): readonly string[] {
  return specification.schemaProblems(model, value);
}

function zoned(value: unknown): unknown {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+$/.test(value) ? `${value}Z` : value;
}
