import * as defaults from './defaults.ts';
import type { Definitions, Metric, Product, StackItem } from './definitions.ts';
import type { Alignment, CompanyFacts, Contract, ContractLine, Recommendation } from './facts.ts';

/** Plain examples for the tests of the rules: everything empty or default except what a test names. */

export const AS_OF = '2026-11-22';

export function definitions(own: Partial<Definitions> = {}): Definitions {
  return {
    workspace: { ...defaults.DEFAULT_SETTINGS, name: 'Example MSP' },
    stackItems: [],
    recommendationStatuses: defaults.DEFAULT_RECOMMENDATION_STATUSES,
    excludedVendors: new Set(),
    exchangeRates: new Map(),
    healthMetrics: defaults.DEFAULT_HEALTH_METRICS,
    effortMetrics: defaults.DEFAULT_EFFORT_METRICS,
    healthBands: defaults.DEFAULT_HEALTH_BANDS,
    effortBands: defaults.DEFAULT_EFFORT_BANDS,
    alignmentBands: defaults.DEFAULT_ALIGNMENT_BANDS,
    segments: defaults.DEFAULT_SEGMENTS,
    ...own,
  };
}

export function company(own: Partial<CompanyFacts> = {}): CompanyFacts {
  return {
    id: 'acme',
    name: 'Acme',
    stage: 'active',
    owner: null,
    tags: [],
    mrrOverride: null,
    oneTimeOverride: null,
    employeesSynced: null,
    employeesOverride: null,
    locations: null,
    contacts: { total: 0, active: 0 },
    contracts: [],
    alignments: [],
    recommendations: [],
    healthScores: [],
    effortScores: [],
    healthOverrides: [],
    facts: [],
    csat: [],
    assessments: [],
    meetings: [],
    ...own,
  };
}

export function contract(own: Partial<Contract> = {}): Contract {
  return {
    id: 'k',
    name: 'Managed services',
    vendor: null,
    status: 'active',
    start: null,
    end: null,
    cycle: null,
    amount: null,
    currency: null,
    revenueFrom: null,
    excluded: false,
    unmappedCycle: null,
    lines: [],
    ...own,
  };
}

export function line(own: Partial<ContractLine> = {}): ContractLine {
  return {
    id: 'l',
    description: null,
    productCode: null,
    vendor: null,
    quantity: null,
    unitPrice: null,
    cycle: null,
    start: null,
    cancelledOn: null,
    unmappedCycle: null,
    ...own,
  };
}

export function stackItem(own: Partial<StackItem> = {}): StackItem {
  return {
    id: 'web-filtering',
    name: 'Web filtering',
    definition: null,
    category: null,
    order: null,
    tags: [],
    weight: '1',
    agreementInclusionDefault: false,
    anyOneOf: null,
    retired: false,
    products: [],
    ...own,
  };
}

export function product(own: Partial<Product> = {}): Product {
  const unpriced = { perCompany: null, perSeat: null, perLocation: null };
  return {
    id: 'p',
    name: 'DNSFilter',
    standing: 'other',
    productCodes: [],
    mrr: unpriced,
    oneTime: unpriced,
    ...own,
  };
}

/** A stored cell in which nothing was typed but what the test names. */
export function typed(own: Partial<Alignment> = {}): Alignment {
  return {
    stackItem: 'web-filtering',
    applicable: null,
    currentProduct: null,
    opportunityProduct: null,
    alignment: null,
    agreementInclusion: null,
    mrrOpportunity: null,
    oneTimeOpportunity: null,
    currentMrr: null,
    setOn: null,
    setBy: null,
    provider: null,
    threat: false,
    ...own,
  };
}

export function recommendation(own: Partial<Recommendation> = {}): Recommendation {
  return { id: 'r', title: 'Move to DNSFilter', status: null, winProbability: null, lines: [], ...own };
}

/** A metric of maximum 10 and weight 1 that never goes stale; the test names what its kind needs beside that. */
export function metric(own: Partial<Metric> & Pick<Metric, 'kind'>): Metric {
  return {
    id: own.kind,
    name: own.kind,
    description: null,
    icon: null,
    maxScore: '10',
    weight: '1',
    staleAfterDays: null,
    order: null,
    retired: false,
    ...own,
  } as Metric;
}
