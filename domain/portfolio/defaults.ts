import type {
  Band,
  Metric,
  Quadrant,
  RecommendationStatus,
  SegmentDefinition,
  WorkspaceSettings,
} from './definitions.ts';

/**
 * What a workspace starts with until it says otherwise (docs/product.md §§6–10, docs/portfolio-format.md).
 * Colours are from the Okabe–Ito palette, which people with any common colour blindness can tell apart.
 */
const RED = '#D55E00';
const YELLOW = '#F0E442';
const GREEN = '#009E73';
const BLUE = '#0072B2';
const SKY = '#56B4E9';
const ORANGE = '#E69F00';
const GREY = '#8A8F98';

export const DEFAULT_SETTINGS: Omit<WorkspaceSettings, 'name'> = {
  currency: 'USD',
  asOf: null,
  timeZone: 'UTC',
  effortMidpoint: '50',
  valueMidpoint: null,
  seatValueMidpoint: null,
  minimumCoverage: '0',
  alignmentStaleAfterDays: 180,
};

export const DEFAULT_STACK_ITEM_WEIGHT = '1';

/** The status of a company without a score; it stands after every band and has no lower bound. */
export const NO_SCORE = { name: 'No score', color: GREY } as const;

export const DEFAULT_HEALTH_BANDS: readonly Band[] = [
  { name: 'At risk', from: '0', color: RED },
  { name: 'Needs attention', from: '50', color: YELLOW },
  { name: 'Satisfactory', from: '75', color: GREEN },
];

/** Higher means more effort. */
export const DEFAULT_EFFORT_BANDS: readonly Band[] = [
  { name: 'Low', from: '0', color: SKY },
  { name: 'Medium', from: '34', color: ORANGE },
  { name: 'High', from: '67', color: RED },
];

export const DEFAULT_ALIGNMENT_BANDS: readonly Band[] = [
  { name: 'Not aligned', from: '0', color: RED },
  { name: 'Partly aligned', from: '34', color: YELLOW },
  { name: 'Aligned', from: '67', color: GREEN },
];

export const DEFAULT_HEALTH_METRICS: readonly Metric[] = [
  {
    ...metric('sentiment', 'Sentiment', '1', 'smile'),
    description: 'How the client feels about us.',
    kind: 'custom',
    choices: [],
  },
  {
    ...metric('csat', 'CSAT', '2', 'star'),
    description: 'The share of positive responses in the last 90 days.',
    kind: 'csat',
  },
  {
    ...metric('org', 'Org', '3', 'users'),
    description: 'How many of the decision makers are raving fans.',
    kind: 'custom',
    choices: [],
  },
  {
    ...metric('renewals', 'Renewals', '4', 'refresh-cw'),
    description: 'How safe the coming renewals are.',
    kind: 'custom',
    choices: [],
  },
];

export const DEFAULT_EFFORT_METRICS: readonly Metric[] = [
  {
    ...metric('segment-effort', 'Segment Effort', '1', 'gauge'),
    description: 'How much effort the client takes; higher means more effort.',
    kind: 'custom',
    choices: [],
  },
];

function metric(id: string, name: string, order: string, icon: string) {
  return {
    id,
    name,
    icon,
    maxScore: '10',
    weight: '1',
    staleAfterDays: null,
    order,
    retired: false,
  } as const;
}

export const DEFAULT_RECOMMENDATION_STATUSES: readonly RecommendationStatus[] = [
  { name: 'Proposed', state: 'not_started', color: SKY, order: '1' },
  { name: 'Planned', state: 'not_started', color: BLUE, order: '2' },
  { name: 'In Progress', state: 'started', color: ORANGE, order: '3' },
  { name: 'On Hold', state: 'started', color: GREY, order: '4' },
  { name: 'Completed', state: 'completed', color: GREEN, order: '5' },
  { name: 'Declined', state: 'declined', color: RED, order: '6' },
];

/** A recommendation without a win probability is taken to be won with this many percent. */
export const DEFAULT_WIN_PROBABILITY = '60';

export const DEFAULT_SEGMENTS: readonly SegmentDefinition[] = [
  segment(
    'high_value_low_effort',
    'Most profitable',
    'High value, low effort: keep them, and learn from them.',
  ),
  segment(
    'high_value_high_effort',
    'Meet most often',
    'High value, high effort: bring them onto the stack to lower the effort.',
  ),
  segment(
    'low_value_low_effort',
    'Risk of silent churn',
    'Low value, low effort: without contact they leave unnoticed.',
  ),
  segment(
    'low_value_high_effort',
    'Reprice or reduce effort',
    'Low value, high effort: charge more, or lower the effort through the stack.',
  ),
];

function segment(quadrant: Quadrant, name: string, description: string): SegmentDefinition {
  return { quadrant, name, description };
}
