/** How a cell of a spreadsheet is read; the last six name another thing by its key or its name. */
export type CellRule =
  | 'text'
  | 'money'
  | 'number'
  | 'date'
  | 'boolean'
  | 'list'
  | 'word'
  /** A number, or yes or no. */
  | 'factValue'
  | 'company'
  | 'user'
  | 'stackItem'
  | 'product'
  | 'healthMetric'
  | 'effortMetric';

/** Something that a column of a spreadsheet can fill: a column of the portfolio bundle's file of that kind. */
export interface SheetField {
  readonly name: string;
  readonly label: string;
  readonly rule: CellRule;
  /** What headings of such columns say besides the label, in small letters. */
  readonly aliases: readonly string[];
  /** A new row needs it. */
  readonly required: boolean;
}

export interface SheetKind {
  readonly label: string;
  readonly fields: readonly SheetField[];
  /** What tells rows apart where there is no key, or none is given: the first of these that a row has all of. */
  readonly sameAs: readonly (readonly string[])[];
  /** Rows have keys, which are made from these fields for new ones; null: rows have no key. */
  readonly keyFrom: readonly string[] | null;
  /** A row says when and by whom it was set: filled in where no column does. */
  readonly stamped: boolean;
}

const field = (name: string, label: string, rule: CellRule, ...aliases: string[]): SheetField => ({
  name,
  label,
  rule,
  aliases,
  required: false,
});
const needed = (spec: SheetField): SheetField => ({ ...spec, required: true });

const company = needed(
  field('company', 'Company', 'company', 'client', 'customer', 'account', 'company name', 'client name'),
);
const key = (...aliases: string[]) => field('key', 'Key', 'text', 'id', 'external id', ...aliases);
const stamp = [field('setOn', 'Set on', 'date', 'as of', 'date'), field('setBy', 'Set by', 'text', 'by')];

const scores = (label: string, metric: 'healthMetric' | 'effortMetric'): SheetKind => ({
  label,
  fields: [
    company,
    needed(field('metric', 'Metric', metric, 'measure')),
    needed(field('points', 'Points', 'number', 'score', 'value')),
    field('note', 'Note', 'text', 'notes', 'comment', 'reason'),
    ...stamp,
  ],
  sameAs: [['company', 'metric']],
  keyFrom: null,
  stamped: true,
});

/** What can be brought in from a spreadsheet; each is a file of the portfolio bundle of that name. */
export const SHEET_KINDS = {
  companies: {
    label: 'Companies',
    fields: [
      needed(
        field(
          'name',
          'Name',
          'text',
          'company',
          'company name',
          'client',
          'client name',
          'customer',
          'account name',
        ),
      ),
      key('company id', 'client id', 'account id'),
      field('stage', 'Lifecycle stage', 'word', 'stage', 'lifecycle'),
      field('executiveSummary', 'Executive summary', 'text', 'summary', 'description', 'about'),
      field('industry', 'Industry', 'text', 'vertical', 'market', 'sector'),
      field(
        'employeesSynced',
        'Employees',
        'number',
        'number of employees',
        'seats',
        'headcount',
        'staff',
        'users',
      ),
      field('employeesOverride', 'Employees, override', 'number'),
      field('locations', 'Locations', 'number', 'sites', 'offices', 'number of locations'),
      field('tags', 'Tags', 'list', 'tag', 'labels'),
      field('mrrOverride', 'MRR override', 'money', 'mrr'),
      field('oneTimeOverride', 'One-time override', 'money', 'nrr'),
      field(
        'yearlyRevenue',
        'Yearly company revenue',
        'money',
        'yearly revenue',
        'annual revenue',
        'revenue',
      ),
      field('yearEstablished', 'Year established', 'number', 'established', 'founded', 'year founded'),
      field(
        'dateAcquired',
        'Date acquired',
        'date',
        'client since',
        'customer since',
        'acquired',
        'start date',
      ),
      field('owner', 'Owner (vCIO)', 'user', 'owner', 'vcio', 'account manager', 'responsible'),
      field('offboardedOn', 'Offboarded on', 'date', 'left on'),
    ],
    sameAs: [['name']],
    keyFrom: ['name'],
    stamped: false,
  },
  contacts: {
    label: 'Contacts',
    fields: [
      company,
      needed(field('name', 'Name', 'text', 'contact', 'contact name', 'full name')),
      field('email', 'E-mail', 'text', 'email', 'e-mail address', 'email address', 'mail'),
      field('title', 'Title', 'text', 'job title', 'position', 'role'),
      field('active', 'Active', 'boolean', 'is active'),
      field('decisionMaker', 'Decision maker', 'boolean', 'decides'),
      field('primaryContact', 'Primary contact', 'boolean', 'primary', 'main contact'),
      key('contact id'),
    ],
    sameAs: [
      ['company', 'email'],
      ['company', 'name'],
    ],
    keyFrom: ['company', 'name'],
    stamped: false,
  },
  contracts: {
    label: 'Contracts',
    fields: [
      company,
      needed(field('name', 'Name', 'text', 'contract', 'contract name', 'agreement', 'agreement name')),
      field('vendor', 'Vendor', 'text', 'supplier', 'provider'),
      field('amount', 'Amount', 'money', 'price', 'value', 'billing amount', 'total'),
      field('cycle', 'Billing cycle', 'word', 'cycle', 'billing', 'billing period', 'frequency'),
      field('start', 'Start', 'date', 'start date', 'begins', 'from'),
      field('end', 'End', 'date', 'end date', 'renewal date', 'expires', 'expiry', 'expiration date'),
      field('status', 'Status', 'word', 'state'),
      field('currency', 'Currency', 'text'),
      field('excluded', 'Excluded', 'boolean'),
      key('contract id', 'agreement id'),
    ],
    sameAs: [['company', 'name']],
    keyFrom: ['company', 'name'],
    stamped: false,
  },
  alignments: {
    label: 'Stack alignment',
    fields: [
      company,
      needed(field('stackItem', 'Stack item', 'stackItem', 'item', 'service', 'technology')),
      field('applicable', 'Applicable', 'boolean', 'applies'),
      field('currentProduct', 'Current product', 'product', 'product', 'current'),
      field('opportunityProduct', 'Opportunity product', 'product', 'recommended product'),
      field('alignment', 'Alignment', 'number', 'aligned', 'alignment %', 'percent'),
      field('agreementInclusion', 'Agreement inclusion', 'boolean', 'included', 'in agreement'),
      field('mrrOpportunity', 'MRR opportunity', 'money', 'mrr'),
      field('oneTimeOpportunity', 'One-time opportunity', 'money', 'nrr opportunity', 'one-time', 'nrr'),
      field('provider', 'Provider', 'text', 'delivered by'),
      field('threat', 'Threat', 'boolean'),
      ...stamp,
    ],
    sameAs: [['company', 'stackItem']],
    keyFrom: null,
    stamped: true,
  },
  health_scores: scores('Health scores', 'healthMetric'),
  effort_scores: scores('Effort scores', 'effortMetric'),
  facts: {
    label: 'Facts',
    fields: [
      company,
      needed(field('fact', 'Fact', 'word', 'measure', 'name')),
      needed(field('value', 'Value', 'factValue', 'amount', 'number')),
      field('asOf', 'As of', 'date', 'date'),
    ],
    sameAs: [['company', 'fact']],
    keyFrom: null,
    stamped: false,
  },
} as const satisfies Record<string, SheetKind>;

export type SheetKindName = keyof typeof SHEET_KINDS;
export const SHEET_KIND_NAMES = Object.keys(SHEET_KINDS) as SheetKindName[];

/** The kind by its name, with no more said of it than every kind says. */
export const sheetKind = (name: SheetKindName): SheetKind => SHEET_KINDS[name];
