import { CADENCE_NAMES } from '../engagement/cadence-due.ts';
import { MEETING_KIND_NAMES, MEETING_METHOD_NAMES } from '../engagement/meeting-kinds.ts';
import { compareText } from '../text/compare.ts';

/** Things that an event names by their id. */
export type NameKind =
  | 'user'
  | 'company'
  | 'security group'
  | 'account group'
  | 'contact'
  | 'product'
  | 'contract'
  | 'stack item'
  | 'recommendation'
  | 'meeting'
  | 'goal'
  | 'escalation';

/** What turns ids and amounts of an event into words. */
export interface Vocabulary {
  /** ISO 4217, of the amounts. */
  readonly currency: string;
  /** The name of a thing, or what may be said instead where it is gone or not to be told. */
  readonly nameOf: (kind: NameKind, id: string) => string;
}

/** How a field's values are said. */
export type ValueKind =
  | 'text'
  | 'money'
  | 'percent'
  | 'flag'
  | 'list'
  | { readonly named: NameKind }
  | { readonly words: Readonly<Record<string, string>> };

export interface FieldWords {
  readonly label: string;
  readonly kind: ValueKind;
  /** What an empty field means. */
  readonly empty: string;
  /** Of a list only what came, went or changed is on record; which list it is, and which of the three. */
  readonly part?: { readonly of: string; readonly how: 'added' | 'removed' | 'changed' };
}

/** Stages whose names say too little as they are. */
export const STAGE_WORDS: Readonly<Record<string, string>> = {
  sales: 'sales engaged',
  ice: 'ICE meeting held',
  agreement: 'agreement signed',
};
const SIDE_WORDS = { us: 'ours', client: 'the client’s' };
const METHODS = { ...MEETING_METHOD_NAMES, email: 'E-mail' };
const AUDIENCES = { internal: 'ourselves', client: 'the client' };
const REVENUE_FROM = { header: 'its own amount', lines: 'its lines' };

/** The facts whose names say too little as they are. */
const FACTS = {
  mrr: 'MRR',
  csat: 'CSAT',
  special_sla: 'special SLA',
  tickets_per_month: 'tickets per month',
  tickets_per_seat: 'tickets per seat',
  support_hours_per_month: 'support hours per month',
  support_hours_per_seat: 'support hours per seat',
  days_to_renewal: 'days to renewal',
  days_since_meeting: 'days since the last meeting',
};

const field = (label: string, kind: ValueKind = 'text', empty = 'none'): FieldWords => ({
  label,
  kind,
  empty,
});

/** How the fields of recorded changes are called on the screens, whatever they belong to, and in which order they are told. */
const FIELDS: Readonly<Record<string, FieldWords>> = {
  name: field('name'),
  executiveSummary: field('executive summary'),
  stage: field('stage', { words: STAGE_WORDS }, 'active'),
  offboardedOn: field('offboarded on'),
  mrrOverride: field('MRR override', 'money', 'calculated'),
  oneTimeOverride: field('one-time override', 'money', 'calculated'),
  employeesOverride: field('number of employees', 'text', 'calculated'),
  dateAcquired: field('date acquired'),
  yearlyRevenue: field('yearly company revenue', 'money'),
  yearEstablished: field('year established'),
  owner: field('owner', { named: 'user' }),
  primaryContact: field('primary contact', { named: 'contact' }),
  primary: field('primary contact', 'flag', 'no'),
  tags: field('tags', 'list'),
  accountGroups: field('account groups', { named: 'account group' }),
  points: field('points'),
  note: field('note'),
  email: field('e-mail address'),
  role: field('role'),
  accountManager: field('account manager', 'flag', 'no'),
  isManager: field('is a manager', 'flag', 'no'),
  allCompanies: field('holds all companies', 'flag', 'no'),
  securityGroups: field('security groups', { named: 'security group' }),
  active: field('active', 'flag', 'yes'),
  decisionMaker: field('decision maker', 'flag', 'no'),
  vendor: field('vendor', 'text', 'ourselves'),
  status: field('status'),
  cycle: field('billing cycle', 'text', 'the default'),
  amount: field('amount', 'money'),
  currency: field('currency', 'text', 'the workspace’s'),
  exchangeRates: field('exchange rates', 'list'),
  timeZone: field('time zone'),
  asOf: field('“today”', 'text', 'the real day'),
  effortMidpoint: field('effort midpoint'),
  valueMidpoint: field('value midpoint', 'money', 'the median'),
  seatValueMidpoint: field('midpoint of value per seat', 'money', 'the median'),
  segments: field('segments', 'list'),
  alignmentBands: field('alignment bands', 'list'),
  alignmentStaleAfterDays: field('days until an alignment is stale'),
  recommendationStatuses: field('recommendation statuses', 'list'),
  renamedStatuses: field('statuses called otherwise', 'list'),
  replacedStatuses: field('statuses replaced', 'list'),
  revenueFrom: field('revenue counted from', { words: REVENUE_FROM }, 'what the rule says'),
  excluded: field('excluded', 'flag', 'no'),
  contract: field('contract', { named: 'contract' }),
  productCode: field('product code'),
  quantity: field('quantity', 'text', '1'),
  unitPrice: field('unit price', 'money'),
  cancelledOn: field('cancelled on'),
  applicable: field('applicable', 'flag', 'by tag'),
  currentProduct: field('current product', { named: 'product' }, 'as contract lines say'),
  opportunityProduct: field('opportunity product', { named: 'product' }, 'the preferred one'),
  alignment: field('alignment', 'percent', 'by product'),
  agreementInclusion: field('agreement inclusion', 'flag', 'by default'),
  mrrOpportunity: field('MRR opportunity', 'money', 'derived'),
  oneTimeOpportunity: field('one-time opportunity', 'money', 'derived'),
  currentMrr: field('current MRR', 'money', 'as contract lines say'),
  threat: field('threat', 'flag', 'no'),
  stackItem: field('stack item', { named: 'stack item' }),
  product: field('product', { named: 'product' }),
  recommendation: field('recommendation', { named: 'recommendation' }),
  mrr: field('MRR', 'money'),
  oneTime: field('one-time', 'money'),
  mrrPerCompany: field('MRR per company', 'money'),
  mrrPerSeat: field('MRR per seat', 'money'),
  mrrPerLocation: field('MRR per location', 'money'),
  oneTimePerCompany: field('one-time per company', 'money'),
  oneTimePerSeat: field('one-time per seat', 'money'),
  oneTimePerLocation: field('one-time per location', 'money'),
  agreementInclusionDefault: field('agreement inclusion by default', 'flag', 'no'),
  retired: field('retired', 'flag', 'no'),
  weight: field('weight', 'text', '1'),
  maxScore: field('max score'),
  staleAfterDays: field('days until stale', 'text', 'never'),
  choices: field('choices', 'list'),
  fact: field('fact', { words: FACTS }),
  template: field('template', 'text', 'any'),
  bands: field('bands', 'list'),
  from: field('lower bound'),
  color: field('colour'),
  minimumCoverage: field('minimum coverage', 'percent'),
  takenOn: field('taken on'),
  questionsAdded: field('questions added', 'list'),
  questionsRemoved: field('questions removed', 'list'),
  questionsChanged: field('questions changed', 'list'),
  winProbability: field('win probability', 'percent', 'the default'),
  kind: field('kind', { words: MEETING_KIND_NAMES }),
  method: field('method', { words: METHODS }),
  date: field('date'),
  startTime: field('time'),
  durationMinutes: field('duration in minutes'),
  location: field('place'),
  attendees: field('attendees', { named: 'user' }),
  clientAttendees: field('attendees of the client', { named: 'contact' }),
  otherAttendees: field('other attendees', 'list'),
  recommendations: field('recommendations', { named: 'recommendation' }),
  escalation: field('escalation', { named: 'escalation' }),
  meeting: field('meeting', { named: 'meeting' }),
  meetings: field('meetings', { named: 'meeting' }),
  goals: field('goals', { named: 'goal' }),
  ownerName: field('owner by name'),
  contact: field('owner at the client', { named: 'contact' }),
  side: field('side', { words: SIDE_WORDS }),
  required: field('required', 'flag', 'no'),
  startsOn: field('starts on'),
  dueDate: field('due date'),
  done: field('done', 'flag', 'no'),
  forced: field('forced', 'flag', 'no'),
  every: field('interval', { words: CADENCE_NAMES }),
  preferredMethod: field('preferred method', { words: METHODS }),
  preferredEvery: field('preferred interval', { words: CADENCE_NAMES }),
  communicationNote: field('note on communication'),
  targetDate: field('target date'),
  progress: field('progress', 'percent'),
  nextUpdateDue: field('next update due'),
  toWhom: field('to whom'),
  audience: field('audience', { words: AUDIENCES }),
  expiresOn: field('expires on'),
  paths: field('places', 'list'),
  ratings: field('ratings', 'list'),
  signatureHeader: field('signature'),
};

/** Lists of which only a difference is recorded, as `companiesAdded` and `companiesRemoved`. */
const LISTS: Readonly<Record<string, FieldWords>> = {
  tasks: field('tasks', 'list'),
  companies: field('companies', { named: 'company' }),
  users: field('users', { named: 'user' }),
  members: field('members', { named: 'user' }),
  accountManagers: field('account managers', { named: 'user' }),
  securityGroups: field('security groups', { named: 'security group' }),
  accountGroups: field('account groups', { named: 'account group' }),
};

function partWords(name: string): FieldWords | undefined {
  const [, list = '', ending] = /^(\w+)(Added|Removed|Changed)$/.exec(name) ?? [];
  const words = Object.hasOwn(LISTS, list) ? LISTS[list] : undefined;
  if (!words) return undefined;
  const how = ending === 'Added' ? 'added' : ending === 'Removed' ? 'removed' : 'changed';
  return {
    ...words,
    label: `${words.label} ${how === 'removed' ? 'taken out' : how}`,
    part: { of: words.label, how },
  };
}

/** A field that nobody has given words goes by its own name: `targetQuarter` is "target quarter". */
export function fieldWords(name: string): FieldWords {
  const known = Object.hasOwn(FIELDS, name) ? FIELDS[name] : undefined;
  return known ?? partWords(name) ?? field(name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`));
}

const order = Object.keys(FIELDS);

/** Puts the fields of a change in the order in which they are told; those without words of their own last. */
export function compareFields(a: string, b: string): number {
  const [left, right] = [order.indexOf(a), order.indexOf(b)];
  if (left >= 0 && right >= 0) return left - right;
  return left < 0 && right < 0 ? compareText(a, b) : right - left;
}
