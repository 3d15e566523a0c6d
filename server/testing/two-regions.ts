import type { Rows } from './test-server.ts';

/** Ids and names that stand in no answer by accident. */
export const COMPANIES = {
  own: { id: 'kestrel-4711', name: 'Kestrel Anvils' },
  other: { id: 'marmot-0815', name: 'Marmot Bakeries' },
  unassigned: { id: 'quokka-1313', name: 'Quokka Shipping' },
} as const;

export type Known = keyof typeof COMPANIES;

/** Users of the matrix, and which of the companies they see by docs/product.md §2. */
export const USERS = {
  admin: { role: 'admin', sees: ['own', 'other', 'unassigned'] },
  groupless: { role: 'member', sees: [] },
  viewer: { role: 'viewer', sees: ['own'] },
  manager: { role: 'member', sees: ['own'] },
  both: { role: 'member', sees: ['own', 'other'] },
  ceilinged: { role: 'member', sees: ['own'] },
  keyholder: { role: 'member', sees: ['own'] },
  removed: { role: 'admin', sees: ['own', 'other', 'unassigned'] },
} as const satisfies Record<string, { role: string; sees: readonly Known[] }>;

export type UserName = keyof typeof USERS;

export const emailOf = (user: string) => `${user}@northwind.example`;

const inGroups = (
  table: 'security_group_users' | 'account_group_members',
  column: string,
  groups: Record<string, readonly UserName[]>,
) => ({
  [table]: Object.entries(groups).flatMap(([group, users]) =>
    users.map((user) => ({ [column]: group, user })),
  ),
});

const cells = Object.values(COMPANIES).flatMap(({ id }) => [
  { company: id, stack_item: 'mfa', applicable: true },
]);

/** Of each company one, under the company's id. */
const oneEach = (row: object) => Object.values(COMPANIES).map(({ id }) => ({ key: id, company: id, ...row }));

/** A workspace with two regions, a company of each and one of none, and users who see different parts of it. */
export const twoRegions: Rows = {
  users: Object.entries(USERS).map(([key, { role }]) => ({
    key,
    name: `User ${key}`,
    email: emailOf(key),
    role,
  })),
  companies: Object.values(COMPANIES).map(({ id, name }, i) => ({
    key: id,
    name,
    tags: ['Standard'],
    mrr_override: 100_000 * (i + 1),
    employees_override: 10 * (i + 1),
  })),
  contacts: oneEach({ name: 'Mia Chen' }),
  contracts: oneEach({ name: 'Managed services', end: '2099-12-31' }),
  contract_lines: oneEach({ description: 'Seats', unit_price: 4200 }).map((line) => ({
    ...line,
    contract: line.key,
  })),
  meetings: oneEach({ kind: 'vcio', date: '2026-05-05', status: 'held' }),
  records: oneEach({ kind: 'other', link: 'https://files.northwind.example/notes' }).map((record) => ({
    ...record,
    meeting: record.key,
  })),
  // too long ago to count in the metric CSAT
  csat: oneEach({ rating: 'positive', answered_at: '2026-05-04T10:00:00Z' }),
  action_items: oneEach({ title: 'Send the quote' }).map((item) => ({ ...item, meeting: item.key })),
  onboarding_tasks: oneEach({ title: 'Collect access', side: 'us' }),
  escalations: oneEach({ title: 'Mail outage', opened_on: '2026-05-04' }),
  goals: oneEach({ title: 'Open a second site' }),
  recommendations: oneEach({ title: 'Take a second line' }),
  assessments: oneEach({ template: 'Baseline', taken_on: '2026-01-15', score: 50 }),
  stack_items: [{ key: 'mfa', name: 'Multi-factor sign-in', tags: ['Standard'] }],
  products: [
    { key: 'mfa-pro', stack_item: 'mfa', name: 'MFA Pro', standing: 'preferred', mrr_per_seat: 300 },
    { key: 'mfa-lite', stack_item: 'mfa', name: 'MFA Lite', standing: 'supported' },
  ],
  alignments: cells,
  security_groups: [
    { key: 'all', name: 'All companies', all_companies: true },
    { key: 'east-only', name: 'East only', all_companies: false },
  ],
  account_groups: [
    { key: 'all', name: 'All companies', all_companies: true },
    { key: 'east', name: 'East', all_companies: false },
    { key: 'west', name: 'West', all_companies: false },
  ],
  security_group_companies: [{ security_group: 'east-only', company: COMPANIES.own.id }],
  account_group_companies: [
    { account_group: 'east', company: COMPANIES.own.id },
    { account_group: 'west', company: COMPANIES.other.id },
  ],
  ...inGroups('security_group_users', 'security_group', {
    all: ['admin', 'removed', 'viewer', 'manager', 'both', 'keyholder'],
    'east-only': ['ceilinged'],
  }),
  ...inGroups('account_group_members', 'account_group', {
    all: ['removed'],
    east: ['viewer', 'both', 'ceilinged', 'keyholder'],
    west: ['both', 'ceilinged'],
  }),
  account_group_account_managers: [{ account_group: 'east', user: 'manager' }],
};
