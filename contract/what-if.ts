import { z } from 'zod';
import { type Definitions, QUADRANTS } from '../domain/portfolio/definitions.ts';
import { endpoint } from './endpoint.ts';
import { ExactBand, ExactMetric } from './metric-definitions.ts';
import { STANDINGS } from './stack-items.ts';
import { Cents, Day } from './values.ts';
import { PACKED_COLUMNS } from './what-if-companies.ts';

const Decimal = z.string().describe('An exact decimal number');
const Price = Cents.nullable();
const Prices = z.object({ perCompany: Price, perSeat: Price, perLocation: Price });

const Item = z.object({
  id: z.string(),
  name: z.string(),
  definition: z.string().nullable(),
  category: z.string().nullable(),
  order: Decimal.nullable(),
  tags: z.array(z.string()),
  weight: Decimal,
  agreementInclusionDefault: z.boolean(),
  anyOneOf: z.string().nullable(),
  retired: z.boolean(),
  products: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      standing: z.enum(STANDINGS),
      productCodes: z.array(z.string()),
      mrr: Prices,
      oneTime: Prices,
    }),
  ),
});

/** What holds for all companies, with every default filled in. */
export const WhatIfDefinitions = z.object({
  workspace: z.object({
    name: z.string(),
    currency: z.string(),
    asOf: Day.nullable(),
    timeZone: z.string(),
    effortMidpoint: Decimal,
    valueMidpoint: Cents.nullable(),
    seatValueMidpoint: Cents.nullable(),
    minimumCoverage: Decimal,
    alignmentStaleAfterDays: z.int(),
  }),
  stackItems: z.array(Item),
  recommendationStatuses: z.array(
    z.object({
      name: z.string(),
      state: z.enum(['not_started', 'started', 'completed', 'declined']),
      color: z.string().nullable(),
      order: Decimal.nullable(),
    }),
  ),
  excludedVendors: z.array(z.string()),
  exchangeRates: z.array(z.object({ currency: z.string(), rate: Decimal })),
  healthMetrics: z.array(ExactMetric),
  effortMetrics: z.array(ExactMetric),
  healthBands: z.array(ExactBand),
  effortBands: z.array(ExactBand),
  alignmentBands: z.array(ExactBand),
  segments: z.array(z.object({ quadrant: z.enum(QUADRANTS), name: z.string(), description: z.string() })),
});
export type WhatIfDefinitions = z.infer<typeof WhatIfDefinitions>;

/** The definitions as they travel. */
export function sentDefinitions({ excludedVendors, exchangeRates, ...parts }: Definitions): object {
  return {
    ...parts,
    excludedVendors: [...excludedVendors],
    exchangeRates: Array.from(exchangeRates, ([currency, rate]) => ({ currency, rate })),
  };
}

export function readDefinitions({
  excludedVendors,
  exchangeRates,
  ...parts
}: WhatIfDefinitions): Definitions {
  return {
    ...parts,
    excludedVendors: new Set(excludedVendors),
    exchangeRates: new Map(exchangeRates.map(({ currency, rate }) => [currency, rate])),
  };
}

const Ratio = z.object({ n: z.string(), d: z.string() }).describe('n ÷ d cents, exactly');

export const WhatIfCompanies = z.object({
  asOf: Day,
  midpoints: z
    .object({ total: Ratio.nullable(), perSeat: Ratio.nullable() })
    .nullable()
    .describe(
      'The present medians over all companies, if there are some that you do not see; null: these are all',
    ),
  columns: z.record(z.string(), z.array(z.string())),
  companies: z.array(z.array(z.unknown())),
});
export type WhatIfCompanies = z.infer<typeof WhatIfCompanies>;

const prices = { perCompany: null, perSeat: 150, perLocation: null };
const definitions: WhatIfDefinitions = {
  workspace: {
    name: 'Northwind IT',
    currency: 'USD',
    asOf: null,
    timeZone: 'America/New_York',
    effortMidpoint: '50',
    valueMidpoint: null,
    seatValueMidpoint: null,
    minimumCoverage: '0',
    alignmentStaleAfterDays: 180,
  },
  stackItems: [
    {
      id: 'web-filtering',
      name: 'Web filtering',
      definition: null,
      category: 'Security',
      order: '1',
      tags: ['Standard'],
      weight: '1',
      agreementInclusionDefault: true,
      anyOneOf: null,
      retired: false,
      products: [
        {
          id: 'dnsfilter',
          name: 'DNSFilter',
          standing: 'preferred',
          productCodes: ['DNSF'],
          mrr: prices,
          oneTime: prices,
        },
      ],
    },
  ],
  recommendationStatuses: [{ name: 'Proposed', state: 'not_started', color: '#56B4E9', order: '1' }],
  excludedVendors: ['Bayline Internet'],
  exchangeRates: [{ currency: 'EUR', rate: '1.085' }],
  healthMetrics: [
    {
      id: 'sentiment',
      name: 'Sentiment',
      description: 'How the client feels about us.',
      icon: 'smile',
      maxScore: '10',
      weight: '1',
      staleAfterDays: 90,
      order: '1',
      retired: false,
      kind: 'custom',
      choices: [{ points: '10', label: 'Raving fan' }],
    },
  ],
  effortMetrics: [
    {
      id: 'tickets',
      name: 'Tickets per seat',
      description: null,
      icon: 'ticket',
      maxScore: '10',
      weight: '2',
      staleAfterDays: null,
      order: '1',
      retired: false,
      kind: 'computed',
      fact: 'tickets_per_seat',
      bands: [
        { upTo: '0.5', points: '1' },
        { upTo: null, points: '10' },
      ],
    },
  ],
  healthBands: [{ name: 'At risk', from: '0', color: '#D55E00' }],
  effortBands: [{ name: 'Low', from: '0', color: '#56B4E9' }],
  alignmentBands: [{ name: 'Not aligned', from: '0', color: '#D55E00' }],
  segments: [
    {
      quadrant: 'high_value_low_effort',
      name: 'Most profitable',
      description: 'High value, low effort.',
    },
  ],
};

export const getWhatIfDefinitions = endpoint({
  id: 'getWhatIfDefinitions',
  method: 'GET',
  path: '/what-if/definitions',
  slice: 'what-if',
  summary: 'What holds for all companies, to try changes of it before they are saved (admins)',
  response: WhatIfDefinitions,
  large: true,
  errors: ['forbidden'],
  examples: { response: definitions },
});

export const getWhatIfCompanies = endpoint({
  id: 'getWhatIfCompanies',
  method: 'GET',
  path: '/what-if/companies',
  slice: 'what-if',
  summary: 'What is stored of every company you see, as far as figures rest on it (admins)',
  description:
    'With the definitions, all that the rules need to say what a change would do. Rows are lists of values whose names stand in `columns`; missing at the end of a row: never set. With If-None-Match, 304 as long as nothing has changed.',
  response: WhatIfCompanies,
  large: true,
  errors: ['forbidden'],
  examples: {
    response: {
      asOf: '2026-11-22',
      midpoints: null,
      columns: { companies: [...PACKED_COLUMNS.companies!] },
      companies: [['acme-dental', 'Acme Dental', 'active', ['Standard'], null, null, 25]],
    },
  },
});
