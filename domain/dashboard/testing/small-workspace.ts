import type { Grants, UserGrants } from '../../access/grants.ts';
import { fraction } from '../../money/fraction.ts';
import {
  DEFAULT_ALIGNMENT_BANDS,
  DEFAULT_EFFORT_BANDS,
  DEFAULT_HEALTH_BANDS,
  DEFAULT_SEGMENTS,
  DEFAULT_SETTINGS,
} from '../../portfolio/defaults.ts';
import type { Definitions, StackItem } from '../../portfolio/definitions.ts';
import type { CellFigures, CompanyFigures } from '../../portfolio/figures.ts';

/** A workspace written out by hand for table cases: companies and stack items say only what matters to the case. */
export function definitionsOf(
  stackItems: readonly (Partial<StackItem> & { id: string })[],
  workspace: Partial<Definitions['workspace']> = {},
): Definitions {
  return {
    workspace: { ...DEFAULT_SETTINGS, name: 'Harbor IT', ...workspace },
    stackItems: stackItems.map((item) => ({ ...PLAIN_ITEM, name: item.id, ...item })),
    recommendationStatuses: [],
    excludedVendors: new Set(),
    exchangeRates: new Map(),
    healthMetrics: [],
    effortMetrics: [],
    healthBands: DEFAULT_HEALTH_BANDS,
    effortBands: DEFAULT_EFFORT_BANDS,
    alignmentBands: DEFAULT_ALIGNMENT_BANDS,
    segments: DEFAULT_SEGMENTS,
  };
}

const PLAIN_ITEM: Omit<StackItem, 'id' | 'name'> = {
  definition: null,
  category: null,
  order: null,
  tags: [],
  weight: '1',
  agreementInclusionDefault: false,
  anyOneOf: null,
  retired: false,
  products: [],
};

export function company(id: string, figures: Partial<CompanyFigures> = {}): CompanyFigures {
  return {
    id,
    name: id,
    tags: [],
    current: true,
    mrr: 0,
    oneTime: 0,
    employees: null,
    health: null,
    coverage: 1,
    status: DEFAULT_HEALTH_BANDS.length,
    effort: null,
    cells: [],
    upkeep: null,
    ...figures,
  };
}

/** A cell with an opportunity, weighted at half of it unless said otherwise. */
export function cell(
  stackItem: number,
  alignment: number,
  opportunity: { mrr?: number; oneTime?: number } = {},
  figures: Partial<CellFigures> = {},
): CellFigures {
  const { mrr = 0, oneTime = 0 } = opportunity;
  return {
    stackItem,
    alignment: fraction(alignment),
    aligned: alignment >= 67,
    currentMrr: 0,
    mrrOpportunity: mrr,
    oneTimeOpportunity: oneTime,
    weightedMrrOpportunity: mrr / 2,
    weightedOneTimeOpportunity: oneTime / 2,
    ...figures,
  };
}

export function user(id: string, name: string, figures: Partial<UserGrants> = {}): UserGrants {
  return {
    id,
    name,
    email: `${id}@harbor.example`,
    role: 'member',
    active: true,
    accountManager: false,
    isManager: false,
    ...figures,
  };
}

export const NO_GRANTS: Grants = {
  users: [],
  securityGroups: [],
  accountGroups: [],
  accountManagerCompanies: [],
};
