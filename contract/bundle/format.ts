import { ROLES } from '../../domain/access/grants.ts';
import { CADENCE_INTERVALS } from '../../domain/engagement/cadence-due.ts';
import { COMMUNICATION_METHODS, SEVERITIES } from '../../domain/engagement/escalation.ts';
import { MEETING_KINDS, MEETING_METHODS, MEETING_STATUSES } from '../../domain/engagement/meeting-kinds.ts';
import { OWNER_ROLES, SIDES } from '../../domain/onboarding/sides.ts';
import {
  DEFAULT_ALIGNMENT_BANDS,
  DEFAULT_EFFORT_BANDS,
  DEFAULT_HEALTH_BANDS,
  DEFAULT_RECOMMENDATION_STATUSES,
} from '../../domain/portfolio/defaults.ts';
import { type Band, QUADRANTS } from '../../domain/portfolio/definitions.ts';
import { CYCLES, STAGES } from '../../domain/portfolio/facts.ts';
import { RECORD_KINDS } from '../../domain/records/missing-records.ts';
import { MARK_STATES } from '../../domain/work-queue/mark.ts';
import { FILE_TYPES } from '../file-types.ts';
import {
  aboveZero,
  answers,
  boolean,
  type CellType,
  type ColumnSpec,
  choices,
  count,
  currency,
  date,
  days,
  decimal,
  factValue,
  identifier,
  list,
  money,
  notNegative,
  oneOf,
  percent,
  pointsBands,
  quarter,
  reference,
  referenceOr,
  references,
  required,
  sha256,
  signedMoney,
  text,
  time,
  timeOfDay,
  timeZone,
  year,
} from './cell-types.ts';

/**
 * Every file of the portfolio bundle, in the order of docs/portfolio-format.md, its columns in theirs. Reader, checks,
 * writer and export are driven by this one description; tables and columns of the database have the same words.
 */
export interface FileFormat {
  /** The file is `<name>.csv`, the table `<name>`. */
  readonly name: string;
  readonly columns: readonly Column[];
  /** The columns that tell rows apart; none where the file has a single row. */
  readonly identity: readonly string[];
  /** The column whose row, in another table, says which company this row belongs to. */
  readonly companyFrom?: string;
  /** The rows that hold, by what tells them apart, until the workspace has rows of its own. */
  readonly defaults: readonly string[];
  /** Pairs of date columns of which the second may not lie before the first. */
  readonly periods: readonly (readonly [from: string, to: string])[];
}

export interface Column {
  readonly name: string;
  /** The same word in the table. */
  readonly column: string;
  readonly required: boolean;
  readonly type: CellType;
}

type Options = Partial<Pick<FileFormat, 'identity' | 'companyFrom' | 'defaults' | 'periods'>>;

function file(
  name: string,
  columns: Readonly<Record<string, ColumnSpec>>,
  options: Options = {},
): FileFormat {
  return {
    name,
    columns: Object.entries(columns).map(([name, spec]) => ({ name, column: snakeCase(name), ...spec })),
    identity: 'key' in columns ? ['key'] : [],
    defaults: [],
    periods: [],
    ...options,
  };
}

/** `mrrPerSeat` → `mrr_per_seat` */
function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

const key = identifier;
const cycle = oneOf(...CYCLES);
const meetingKind = oneOf(...MEETING_KINDS);
const method = oneOf(...MEETING_METHODS);
const every = oneOf(...CADENCE_INTERVALS);

/** The facts that facts.csv may state; all others are derived from them and from other files. */
export const STATED_FACTS = ['tickets_per_month', 'support_hours_per_month', 'special_sla'];

const metricColumns = {
  key,
  name: required(text),
  description: text,
  icon: text,
  maxScore: required(aboveZero),
  weight: required(notNegative),
  kind: required(oneOf('custom', 'assessment', 'csat', 'computed')),
  fact: text,
  bands: pointsBands,
  choices,
  staleAfterDays: days,
  order: decimal,
  retired: boolean,
};

const scores = (name: string, metrics: string) =>
  file(
    name,
    {
      company: required(reference('companies')),
      metric: required(reference(metrics)),
      points: required(notNegative),
      setOn: date,
      setBy: text,
      note: text,
    },
    { identity: ['company', 'metric'] },
  );

const bands = (name: string, defaults: readonly Band[]) =>
  file(
    name,
    { name: identifier, from: required(notNegative), color: required(text) },
    { identity: ['name'], defaults: defaults.map((band) => band.name) },
  );

export const BUNDLE_FILES: readonly FileFormat[] = [
  file('workspace', {
    name: required(text),
    currency,
    asOf: date,
    effortMidpoint: decimal,
    valueMidpoint: money,
    seatValueMidpoint: money,
    minimumCoverage: percent,
    timeZone,
    alignmentStaleAfterDays: days,
  }),
  file('companies', {
    key,
    name: required(text),
    stage: oneOf(...STAGES),
    executiveSummary: text,
    industry: text,
    mrrOverride: money,
    oneTimeOverride: money,
    employeesSynced: count,
    employeesOverride: count,
    locations: count,
    tags: list,
    dateAcquired: date,
    yearlyRevenue: money,
    yearEstablished: year,
    owner: reference('users'),
    offboardedOn: date,
    preferredMethod: method,
    preferredEvery: every,
    communicationNote: text,
  }),
  file('contacts', {
    key,
    company: required(reference('companies')),
    name: required(text),
    email: text,
    title: text,
    active: boolean,
    decisionMaker: boolean,
    primaryContact: boolean,
  }),
  file(
    'contracts',
    {
      key,
      company: required(reference('companies')),
      name: required(text),
      vendor: text,
      status: oneOf('active', 'inactive'),
      start: date,
      end: date,
      cycle,
      amount: signedMoney,
      currency,
      revenueFrom: oneOf('header', 'lines'),
      excluded: boolean,
      unmappedCycle: text,
    },
    { periods: [['start', 'end']] },
  ),
  file(
    'contract_lines',
    {
      key,
      contract: required(reference('contracts')),
      description: text,
      productCode: text,
      vendor: text,
      quantity: decimal,
      unitPrice: signedMoney,
      cycle,
      start: date,
      cancelledOn: date,
      unmappedCycle: text,
    },
    { companyFrom: 'contract', periods: [['start', 'cancelledOn']] },
  ),
  file('excluded_vendors', { vendor: identifier }, { identity: ['vendor'] }),
  file(
    'exchange_rates',
    { currency: required(currency), rate: required(aboveZero) },
    { identity: ['currency'] },
  ),
  file('stack_items', {
    key,
    name: required(text),
    definition: text,
    category: text,
    order: decimal,
    tags: list,
    weight: notNegative,
    agreementInclusionDefault: boolean,
    anyOneOf: text,
    retired: boolean,
  }),
  file('products', {
    key,
    stackItem: required(reference('stack_items')),
    name: required(text),
    standing: oneOf('preferred', 'supported', 'other'),
    productCodes: list,
    mrrPerCompany: money,
    mrrPerSeat: money,
    mrrPerLocation: money,
    oneTimePerCompany: money,
    oneTimePerSeat: money,
    oneTimePerLocation: money,
  }),
  file(
    'alignments',
    {
      company: required(reference('companies')),
      stackItem: required(reference('stack_items')),
      applicable: boolean,
      currentProduct: referenceOr('products', 'none'),
      opportunityProduct: reference('products'),
      alignment: percent,
      agreementInclusion: boolean,
      mrrOpportunity: money,
      oneTimeOpportunity: money,
      currentMrr: money,
      setOn: date,
      setBy: text,
      provider: text,
      threat: boolean,
    },
    { identity: ['company', 'stackItem'] },
  ),
  file('alignment_notes', {
    key,
    company: required(reference('companies')),
    stackItem: required(reference('stack_items')),
    text: required(text),
    createdAt: time,
    createdBy: text,
  }),
  file('recommendations', {
    key,
    company: required(reference('companies')),
    title: required(text),
    description: text,
    category: text,
    priority: text,
    status: reference('recommendation_statuses'),
    owner: reference('users'),
    targetQuarter: quarter,
    winProbability: percent,
  }),
  file(
    'recommendation_lines',
    {
      key,
      recommendation: required(reference('recommendations')),
      stackItem: reference('stack_items'),
      mrr: money,
      oneTime: money,
      order: decimal,
    },
    { companyFrom: 'recommendation' },
  ),
  file(
    'recommendation_statuses',
    {
      name: identifier,
      state: required(oneOf('not_started', 'started', 'completed', 'declined')),
      color: text,
      order: decimal,
    },
    { identity: ['name'], defaults: DEFAULT_RECOMMENDATION_STATUSES.map((status) => status.name) },
  ),
  file('health_metrics', metricColumns),
  file('effort_metrics', metricColumns),
  scores('health_scores', 'health_metrics'),
  scores('effort_scores', 'effort_metrics'),
  bands('health_bands', DEFAULT_HEALTH_BANDS),
  bands('effort_bands', DEFAULT_EFFORT_BANDS),
  bands('alignment_bands', DEFAULT_ALIGNMENT_BANDS),
  file(
    'health_overrides',
    {
      company: required(reference('companies')),
      status: required(reference('health_bands')),
      reason: required(text),
      setOn: required(date),
      expiresOn: required(date),
      setBy: text,
    },
    { identity: ['company', 'setOn'], periods: [['setOn', 'expiresOn']] },
  ),
  file(
    'segments',
    { quadrant: required(oneOf(...QUADRANTS)), name: required(text), description: text },
    { identity: ['quadrant'] },
  ),
  file(
    'facts',
    {
      company: required(reference('companies')),
      fact: required(oneOf(...STATED_FACTS)),
      value: required(factValue),
      asOf: date,
    },
    { identity: ['company', 'fact'] },
  ),
  file('csat', {
    key,
    company: required(reference('companies')),
    answeredAt: required(time),
    rating: required(oneOf('positive', 'neutral', 'negative')),
    comment: text,
    contact: reference('contacts'),
    source: text,
    about: text,
    withdrawn: boolean,
  }),
  file('assessments', {
    key,
    company: required(reference('companies')),
    template: required(text),
    takenOn: required(date),
    // may be empty where a status stands
    score: percent,
    status: oneOf('in_progress', 'finished'),
    takenBy: text,
  }),
  file('assessment_templates', {
    key,
    name: required(text),
    description: text,
    answers,
    retired: boolean,
  }),
  file('assessment_template_items', {
    key,
    template: required(reference('assessment_templates')),
    category: text,
    question: required(text),
    guidance: text,
    weight: notNegative,
    stackItem: reference('stack_items'),
    answers,
    notApplicable: boolean,
    order: decimal,
  }),
  file(
    'assessment_answers',
    {
      assessment: required(reference('assessments')),
      item: identifier,
      category: text,
      question: required(text),
      guidance: text,
      weight: notNegative,
      stackItem: reference('stack_items'),
      answers,
      notApplicable: boolean,
      order: decimal,
      answer: text,
      points: notNegative,
      possible: required(notNegative),
      applicable: boolean,
      note: text,
      answeredBy: text,
      answeredAt: time,
    },
    { identity: ['assessment', 'item'], companyFrom: 'assessment' },
  ),
  file('users', {
    key,
    name: required(text),
    email: identifier,
    role: required(oneOf(...ROLES)),
    accountManager: boolean,
    isManager: boolean,
    deactivated: boolean,
  }),
  file('security_groups', {
    key,
    name: required(text),
    allCompanies: boolean,
    companies: references('companies', 'security_group_companies', 'company'),
    users: references('users', 'security_group_users', 'user'),
  }),
  file('account_groups', {
    key,
    name: required(text),
    description: text,
    allCompanies: boolean,
    companies: references('companies', 'account_group_companies', 'company'),
    members: references('users', 'account_group_members', 'user'),
    accountManagers: references('users', 'account_group_account_managers', 'user'),
  }),
  file(
    'account_manager_companies',
    { user: required(reference('users')), company: required(reference('companies')) },
    { identity: ['user', 'company'] },
  ),
  file('goals', {
    key,
    company: required(reference('companies')),
    title: required(text),
    category: text,
    owner: reference('users'),
    targetDate: date,
    status: text,
    progress: percent,
    description: text,
    recommendations: references('recommendations', 'goal_recommendations', 'recommendation'),
  }),
  file('meetings', {
    key,
    company: required(reference('companies')),
    kind: required(meetingKind),
    method,
    date: required(date),
    status: oneOf(...MEETING_STATUSES),
    agenda: text,
    notes: text,
    sentiment: text,
    recommendations: references('recommendations', 'meeting_recommendations', 'recommendation'),
    startTime: timeOfDay,
    durationMinutes: days,
    location: text,
    attendees: references('users', 'meeting_users', 'user'),
    clientAttendees: references('contacts', 'meeting_contacts', 'contact'),
    otherAttendees: list,
    escalation: reference('escalations'),
  }),
  file(
    'action_items',
    {
      key,
      meeting: required(reference('meetings')),
      title: required(text),
      owner: reference('users'),
      dueDate: date,
      done: boolean,
      ownerName: text,
    },
    { companyFrom: 'meeting' },
  ),
  file(
    'cadences',
    {
      company: required(reference('companies')),
      kind: required(meetingKind),
      every: required(every),
      method,
      setOn: date,
      setBy: text,
    },
    { identity: ['company', 'kind'] },
  ),
  file(
    'snapshots',
    {
      company: required(reference('companies')),
      date: required(date),
      mrr: signedMoney,
      employees: count,
      health: percent,
      healthStatus: text,
      coverage: percent,
      effort: percent,
      segment: text,
      alignment: percent,
      mrrOpportunity: money,
      oneTimeOpportunity: money,
      definitionVersion: count,
      stage: oneOf(...STAGES),
      reconstructed: boolean,
      accountManagers: list,
      accountGroups: list,
    },
    { identity: ['company', 'date'] },
  ),
  file(
    'escalations',
    {
      key,
      company: required(reference('companies')),
      title: required(text),
      description: text,
      severity: oneOf(...SEVERITIES),
      openedOn: required(date),
      owner: reference('users'),
      nextUpdateDue: date,
      status: oneOf('open', 'resolved'),
      resolution: text,
      resolvedOn: date,
    },
    { periods: [['openedOn', 'resolvedOn']] },
  ),
  file(
    'escalation_log',
    {
      key,
      escalation: required(reference('escalations')),
      at: required(time),
      by: text,
      toWhom: text,
      method: oneOf(...COMMUNICATION_METHODS),
      audience: required(oneOf('internal', 'client')),
      text: required(text),
    },
    { companyFrom: 'escalation' },
  ),
  file('stage_changes', {
    key,
    company: required(reference('companies')),
    changedAt: required(time),
    changedBy: text,
    fromStage: oneOf(...STAGES),
    toStage: required(oneOf(...STAGES)),
    note: text,
    forced: boolean,
  }),
  file('onboarding_template', {
    key,
    title: required(text),
    description: text,
    side: required(oneOf(...SIDES)),
    ownerRole: oneOf(...OWNER_ROLES),
    owner: reference('users'),
    ownerName: text,
    dueDays: days,
    required: boolean,
    order: decimal,
  }),
  file('onboarding_tasks', {
    key,
    company: required(reference('companies')),
    title: required(text),
    description: text,
    side: required(oneOf(...SIDES)),
    owner: reference('users'),
    contact: reference('contacts'),
    ownerName: text,
    dueDate: date,
    required: boolean,
    doneAt: time,
    doneBy: text,
    note: text,
    templateTask: text,
  }),
  file(
    'work_queue_marks',
    {
      company: required(reference('companies')),
      item: required(text),
      cause: required(text),
      state: required(oneOf(...MARK_STATES)),
      until: date,
      reason: text,
      markedBy: text,
      markedAt: required(time),
    },
    { identity: ['company', 'item'] },
  ),
  file('files', {
    key,
    company: required(reference('companies')),
    name: required(text),
    media: required(oneOf(...Object.values(FILE_TYPES).map(({ media }) => media))),
    sha256: required(sha256),
    uploadedAt: time,
    uploadedBy: text,
  }),
  file(
    'records',
    {
      key,
      meeting: required(reference('meetings')),
      kind: required(oneOf(...RECORD_KINDS)),
      title: text,
      link: text,
      file: reference('files'),
      addedAt: time,
      addedBy: text,
    },
    { companyFrom: 'meeting' },
  ),
  file(
    'record_requirements',
    { meetingKind: required(meetingKind), records: list, assessmentDays: days },
    { identity: ['meetingKind'] },
  ),
];

const byName = new Map(BUNDLE_FILES.map((format) => [format.name, format]));

/** The description of `<name>.csv`; undefined for a file that the format does not have. */
export function fileFormat(name: string): FileFormat | undefined {
  return byName.get(name);
}
