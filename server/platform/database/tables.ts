import type { ColumnType, Generated } from 'kysely';

/**
 * The tables as the migrations make them. Generated, so never edited: tables.test.ts compares it with a migrated
 * database and, with `npx vitest run -u --project database server/platform/database/tables`, writes it.
 * numeric is exact text, date is YYYY-MM-DD, bigint a safe integer; JSON is written as text.
 */

export type AccountGroupAccountManagersTable = {
  workspace_id: string;
  account_group: string;
  user: string;
};

export type AccountGroupCompaniesTable = {
  workspace_id: string;
  account_group: string;
  company: string;
};

export type AccountGroupMembersTable = {
  workspace_id: string;
  account_group: string;
  user: string;
};

export type AccountGroupsTable = {
  workspace_id: string;
  key: string;
  name: string;
  description: string | null;
  all_companies: boolean | null;
};

export type AccountManagerCompaniesTable = {
  workspace_id: string;
  user: string;
  company: string;
};

export type ActionItemsTable = {
  workspace_id: string;
  key: string;
  meeting: string;
  company: string;
  title: string;
  owner: string | null;
  due_date: string | null;
  done: boolean | null;
  owner_name: string | null;
};

export type AlignmentBandsTable = {
  workspace_id: string;
  name: string;
  from: ColumnType<string, string | number, string | number>;
  color: string;
};

export type AlignmentNotesTable = {
  workspace_id: string;
  key: string;
  company: string;
  stack_item: string;
  text: string;
  created_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  created_by: string | null;
};

export type AlignmentsTable = {
  workspace_id: string;
  company: string;
  stack_item: string;
  applicable: boolean | null;
  current_product: string | null;
  opportunity_product: string | null;
  alignment: ColumnType<string | null, string | number | null | undefined, string | number | null>;
  agreement_inclusion: boolean | null;
  mrr_opportunity: number | null;
  one_time_opportunity: number | null;
  current_mrr: number | null;
  set_on: string | null;
  set_by: string | null;
  provider: string | null;
  threat: boolean | null;
};

export type ApiKeysTable = {
  workspace_id: string;
  id: Generated<string>;
  user: string;
  name: string;
  key_hash: Buffer;
  prefix: string;
  created_at: ColumnType<Date, Date | string | undefined, Date | string>;
  last_used_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
};

export type AssessmentAnswersTable = {
  workspace_id: string;
  assessment: string;
  item: string;
  company: string;
  category: string | null;
  question: string;
  guidance: string | null;
  weight: ColumnType<string | null, string | number | null | undefined, string | number | null>;
  stack_item: string | null;
  answers: ColumnType<unknown | null, string | null | undefined, string | null>;
  not_applicable: boolean | null;
  order: ColumnType<string | null, string | number | null | undefined, string | number | null>;
  answer: string | null;
  points: ColumnType<string | null, string | number | null | undefined, string | number | null>;
  possible: ColumnType<string, string | number, string | number>;
  applicable: boolean | null;
  note: string | null;
  answered_by: string | null;
  answered_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
};

export type AssessmentTemplateItemsTable = {
  workspace_id: string;
  key: string;
  template: string;
  category: string | null;
  question: string;
  guidance: string | null;
  weight: ColumnType<string | null, string | number | null | undefined, string | number | null>;
  stack_item: string | null;
  answers: ColumnType<unknown | null, string | null | undefined, string | null>;
  not_applicable: boolean | null;
  order: ColumnType<string | null, string | number | null | undefined, string | number | null>;
};

export type AssessmentTemplatesTable = {
  workspace_id: string;
  key: string;
  name: string;
  description: string | null;
  answers: ColumnType<unknown | null, string | null | undefined, string | null>;
  retired: boolean | null;
};

export type AssessmentsTable = {
  workspace_id: string;
  key: string;
  company: string;
  template: string;
  taken_on: string;
  score: ColumnType<string | null, string | number | null | undefined, string | number | null>;
  status: 'in_progress' | 'finished' | null;
  taken_by: string | null;
};

export type AuditEventsTable = {
  workspace_id: string;
  id: Generated<number>;
  at: ColumnType<Date, Date | string | undefined, Date | string>;
  actor: string | null;
  action: string;
  company: string | null;
  subject: string | null;
  before: ColumnType<unknown | null, string | null | undefined, string | null>;
  after: ColumnType<unknown | null, string | null | undefined, string | null>;
  definitions_version: number | null;
};

export type AuthAccountTable = {
  id: string;
  userId: string;
  accountId: string;
  providerId: string;
  accessToken: string | null;
  refreshToken: string | null;
  idToken: string | null;
  accessTokenExpiresAt: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  refreshTokenExpiresAt: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  scope: string | null;
  password: string | null;
  createdAt: ColumnType<Date, Date | string | undefined, Date | string>;
  updatedAt: ColumnType<Date, Date | string | undefined, Date | string>;
};

export type AuthSessionTable = {
  id: string;
  userId: string;
  token: string;
  expiresAt: ColumnType<Date, Date | string, Date | string>;
  createdAt: ColumnType<Date, Date | string | undefined, Date | string>;
  updatedAt: ColumnType<Date, Date | string | undefined, Date | string>;
  ipAddress: string | null;
  userAgent: string | null;
};

export type AuthUserTable = {
  id: string;
  name: string;
  email: string;
  emailVerified: Generated<boolean>;
  image: string | null;
  createdAt: ColumnType<Date, Date | string | undefined, Date | string>;
  updatedAt: ColumnType<Date, Date | string | undefined, Date | string>;
};

export type AuthVerificationTable = {
  id: string;
  identifier: string;
  value: string;
  expiresAt: ColumnType<Date, Date | string, Date | string>;
  createdAt: ColumnType<Date, Date | string | undefined, Date | string>;
  updatedAt: ColumnType<Date, Date | string | undefined, Date | string>;
};

export type CadencesTable = {
  workspace_id: string;
  company: string;
  kind: 'pulse' | 'vcio' | 'ice' | 'kickoff' | 'escalation' | 'internal';
  every: 'weekly' | 'biweekly' | 'monthly' | 'quarterly' | 'semiannual' | 'annual';
  method: 'in_person' | 'phone' | 'video' | 'other' | null;
  set_on: string | null;
  set_by: string | null;
};

export type CalendarFeedsTable = {
  workspace_id: string;
  user: string;
  token_hash: Buffer;
  all_companies: boolean;
  created_at: ColumnType<Date, Date | string | undefined, Date | string>;
};

export type CompaniesTable = {
  workspace_id: string;
  key: string;
  name: string;
  stage: 'prospect' | 'sales' | 'ice' | 'agreement' | 'onboarding' | 'active' | 'offboarded' | null;
  executive_summary: string | null;
  industry: string | null;
  mrr_override: number | null;
  one_time_override: number | null;
  employees_synced: number | null;
  employees_override: number | null;
  locations: number | null;
  tags: string[] | null;
  date_acquired: string | null;
  yearly_revenue: number | null;
  year_established: number | null;
  owner: string | null;
  offboarded_on: string | null;
  preferred_method: 'in_person' | 'phone' | 'video' | 'other' | null;
  preferred_every: 'weekly' | 'biweekly' | 'monthly' | 'quarterly' | 'semiannual' | 'annual' | null;
  communication_note: string | null;
};

export type ConnectionsTable = {
  workspace_id: string;
  key: Generated<string>;
  vendor: string;
  name: string;
  credentials: Buffer;
  settings: ColumnType<unknown, string | undefined, string>;
  allow_private: Generated<boolean>;
  remembered: ColumnType<unknown, string | undefined, string>;
  state: 'setting up' | 'on' | 'paused';
  sync_every_minutes: Generated<number>;
  full_at: Generated<number>;
  hook_token_hash: Buffer | null;
  hook_secret: Buffer | null;
  created_at: ColumnType<Date, Date | string, Date | string>;
  created_by: string;
};

export type ContactsTable = {
  workspace_id: string;
  key: string;
  company: string;
  name: string;
  email: string | null;
  title: string | null;
  active: boolean | null;
  decision_maker: boolean | null;
  primary_contact: boolean | null;
};

export type ContractLinesTable = {
  workspace_id: string;
  key: string;
  contract: string;
  company: string;
  description: string | null;
  product_code: string | null;
  vendor: string | null;
  quantity: ColumnType<string | null, string | number | null | undefined, string | number | null>;
  unit_price: number | null;
  cycle: string | null;
  start: string | null;
  cancelled_on: string | null;
  unmapped_cycle: string | null;
};

export type ContractsTable = {
  workspace_id: string;
  key: string;
  company: string;
  name: string;
  vendor: string | null;
  status: 'active' | 'inactive' | null;
  start: string | null;
  end: string | null;
  cycle: string | null;
  amount: number | null;
  currency: string | null;
  revenue_from: 'header' | 'lines' | null;
  excluded: boolean | null;
  unmapped_cycle: string | null;
};

export type CsatTable = {
  workspace_id: string;
  key: string;
  company: string;
  answered_at: ColumnType<Date, Date | string, Date | string>;
  rating: 'positive' | 'neutral' | 'negative';
  comment: string | null;
  contact: string | null;
  source: string | null;
  about: string | null;
  withdrawn: boolean | null;
};

export type CsatSurveysTable = {
  workspace_id: string;
  key: Generated<string>;
  company: string;
  contact: string | null;
  about: string | null;
  created_at: ColumnType<Date, Date | string, Date | string>;
  created_by: string;
  expires_at: ColumnType<Date, Date | string, Date | string>;
  answered_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  response: string | null;
};

export type EffortBandsTable = {
  workspace_id: string;
  name: string;
  from: ColumnType<string, string | number, string | number>;
  color: string;
};

export type EffortMetricsTable = {
  workspace_id: string;
  key: string;
  name: string;
  description: string | null;
  icon: string | null;
  max_score: ColumnType<string, string | number, string | number>;
  weight: ColumnType<string, string | number, string | number>;
  kind: 'custom' | 'assessment' | 'csat' | 'computed';
  fact: string | null;
  bands: ColumnType<unknown | null, string | null | undefined, string | null>;
  choices: ColumnType<unknown | null, string | null | undefined, string | null>;
  stale_after_days: number | null;
  order: ColumnType<string | null, string | number | null | undefined, string | number | null>;
  retired: boolean | null;
};

export type EffortScoresTable = {
  workspace_id: string;
  company: string;
  metric: string;
  points: ColumnType<string, string | number, string | number>;
  set_on: string | null;
  set_by: string | null;
  note: string | null;
};

export type EscalationLogTable = {
  workspace_id: string;
  key: string;
  escalation: string;
  company: string;
  at: ColumnType<Date, Date | string, Date | string>;
  by: string | null;
  to_whom: string | null;
  method: 'in_person' | 'phone' | 'video' | 'email' | 'other' | null;
  audience: 'internal' | 'client';
  text: string;
};

export type EscalationsTable = {
  workspace_id: string;
  key: string;
  company: string;
  title: string;
  description: string | null;
  severity: 'low' | 'medium' | 'high' | 'critical' | null;
  opened_on: string;
  owner: string | null;
  next_update_due: string | null;
  status: 'open' | 'resolved' | null;
  resolution: string | null;
  resolved_on: string | null;
};

export type ExchangeRatesTable = {
  workspace_id: string;
  currency: string;
  rate: ColumnType<string, string | number, string | number>;
};

export type ExcludedVendorsTable = {
  workspace_id: string;
  vendor: string;
};

export type FactsTable = {
  workspace_id: string;
  company: string;
  fact: string;
  value: string;
  as_of: string | null;
};

export type FileContentsTable = {
  workspace_id: string;
  sha256: string;
  bytes: number;
  stored_as: string;
  unused_since: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
};

export type FilesTable = {
  workspace_id: string;
  key: string;
  company: string;
  name: string;
  media: string;
  sha256: string;
  uploaded_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  uploaded_by: string | null;
};

export type GoalRecommendationsTable = {
  workspace_id: string;
  goal: string;
  recommendation: string;
  company: string;
};

export type GoalsTable = {
  workspace_id: string;
  key: string;
  company: string;
  title: string;
  category: string | null;
  owner: string | null;
  target_date: string | null;
  status: string | null;
  progress: ColumnType<string | null, string | number | null | undefined, string | number | null>;
  description: string | null;
};

export type HealthBandsTable = {
  workspace_id: string;
  name: string;
  from: ColumnType<string, string | number, string | number>;
  color: string;
};

export type HealthMetricsTable = {
  workspace_id: string;
  key: string;
  name: string;
  description: string | null;
  icon: string | null;
  max_score: ColumnType<string, string | number, string | number>;
  weight: ColumnType<string, string | number, string | number>;
  kind: 'custom' | 'assessment' | 'csat' | 'computed';
  fact: string | null;
  bands: ColumnType<unknown | null, string | null | undefined, string | null>;
  choices: ColumnType<unknown | null, string | null | undefined, string | null>;
  stale_after_days: number | null;
  order: ColumnType<string | null, string | number | null | undefined, string | number | null>;
  retired: boolean | null;
};

export type HealthOverridesTable = {
  workspace_id: string;
  company: string;
  status: string;
  reason: string;
  set_on: string;
  expires_on: string;
  set_by: string | null;
};

export type HealthScoresTable = {
  workspace_id: string;
  company: string;
  metric: string;
  points: ColumnType<string, string | number, string | number>;
  set_on: string | null;
  set_by: string | null;
  note: string | null;
};

export type IdempotencyKeysTable = {
  workspace_id: string;
  user: string;
  key: string;
  request_hash: Buffer;
  answer: Buffer | null;
  created_at: ColumnType<Date, Date | string | undefined, Date | string>;
};

export type InvitationsTable = {
  workspace_id: string;
  user: string;
  token_hash: Buffer;
  expires_at: ColumnType<Date, Date | string, Date | string>;
};

export type JobRunsTable = {
  workspace_id: string;
  id: Generated<number>;
  job: string;
  due_at: ColumnType<Date, Date | string, Date | string>;
  started_at: ColumnType<Date, Date | string, Date | string>;
  ended_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  outcome: string | null;
  message: string | null;
  requested_by: string | null;
};

export type JobsTable = {
  workspace_id: string;
  job: string;
  next_run_at: ColumnType<Date, Date | string, Date | string>;
  requested_by: string | null;
  failures: Generated<number>;
  runner: string | null;
  lease_until: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  run: number | null;
};

export type MeetingContactsTable = {
  workspace_id: string;
  meeting: string;
  contact: string;
  company: string;
};

export type MeetingRecommendationsTable = {
  workspace_id: string;
  meeting: string;
  recommendation: string;
  company: string;
};

export type MeetingUsersTable = {
  workspace_id: string;
  meeting: string;
  user: string;
  company: string;
};

export type MeetingsTable = {
  workspace_id: string;
  key: string;
  company: string;
  kind: 'pulse' | 'vcio' | 'ice' | 'kickoff' | 'escalation' | 'internal';
  method: 'in_person' | 'phone' | 'video' | 'other' | null;
  date: string;
  status: 'planned' | 'held' | 'cancelled' | null;
  agenda: string | null;
  notes: string | null;
  sentiment: string | null;
  start_time: string | null;
  duration_minutes: number | null;
  location: string | null;
  other_attendees: string[] | null;
  escalation: string | null;
};

export type OnboardingTasksTable = {
  workspace_id: string;
  key: string;
  company: string;
  title: string;
  description: string | null;
  side: 'us' | 'client';
  owner: string | null;
  contact: string | null;
  owner_name: string | null;
  due_date: string | null;
  required: boolean | null;
  done_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  done_by: string | null;
  note: string | null;
  template_task: string | null;
};

export type OnboardingTemplateTable = {
  workspace_id: string;
  key: string;
  title: string;
  description: string | null;
  side: 'us' | 'client';
  owner_role: 'vcio' | 'primary_contact' | null;
  owner: string | null;
  owner_name: string | null;
  due_days: number | null;
  required: boolean | null;
  order: ColumnType<string | null, string | number | null | undefined, string | number | null>;
};

export type PortfolioChangesTable = {
  workspace_id: string;
  revision: number;
  part: 'facts' | 'definitions' | 'access';
  company: string | null;
};

export type ProductsTable = {
  workspace_id: string;
  key: string;
  stack_item: string;
  name: string;
  standing: 'preferred' | 'supported' | 'other' | null;
  product_codes: string[] | null;
  mrr_per_company: number | null;
  mrr_per_seat: number | null;
  mrr_per_location: number | null;
  one_time_per_company: number | null;
  one_time_per_seat: number | null;
  one_time_per_location: number | null;
};

export type RecentCompaniesTable = {
  workspace_id: string;
  user: string;
  company: string;
  selected_at: ColumnType<Date, Date | string | undefined, Date | string>;
};

export type RecommendationLinesTable = {
  workspace_id: string;
  key: string;
  recommendation: string;
  company: string;
  stack_item: string | null;
  mrr: number | null;
  one_time: number | null;
  order: ColumnType<string | null, string | number | null | undefined, string | number | null>;
};

export type RecommendationStatusesTable = {
  workspace_id: string;
  name: string;
  state: 'not_started' | 'started' | 'completed' | 'declined';
  color: string | null;
  order: ColumnType<string | null, string | number | null | undefined, string | number | null>;
};

export type RecommendationsTable = {
  workspace_id: string;
  key: string;
  company: string;
  title: string;
  description: string | null;
  category: string | null;
  priority: string | null;
  status: string | null;
  owner: string | null;
  target_quarter: string | null;
  win_probability: ColumnType<string | null, string | number | null | undefined, string | number | null>;
};

export type RecordRequirementsTable = {
  workspace_id: string;
  meeting_kind: 'pulse' | 'vcio' | 'ice' | 'kickoff' | 'escalation' | 'internal';
  records: string[] | null;
  assessment_days: number | null;
};

export type RecordsTable = {
  workspace_id: string;
  key: string;
  meeting: string;
  company: string;
  kind: 'slide_deck' | 'assessment' | 'service_desk_metrics' | 'warranty_report' | 'other';
  title: string | null;
  link: string | null;
  file: string | null;
  added_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  added_by: string | null;
};

export type SavedViewsTable = {
  workspace_id: string;
  id: Generated<string>;
  user: string;
  name: string;
  search: string;
};

export type SchemaMigrationsTable = {
  name: string;
  checksum: string;
  applied_at: ColumnType<Date, Date | string | undefined, Date | string>;
};

export type SecurityGroupCompaniesTable = {
  workspace_id: string;
  security_group: string;
  company: string;
};

export type SecurityGroupUsersTable = {
  workspace_id: string;
  security_group: string;
  user: string;
};

export type SecurityGroupsTable = {
  workspace_id: string;
  key: string;
  name: string;
  all_companies: boolean | null;
};

export type SegmentsTable = {
  workspace_id: string;
  quadrant: string;
  name: string;
  description: string | null;
};

export type SignInAttemptsTable = {
  key: string;
  tries: number;
  until: ColumnType<Date, Date | string, Date | string>;
};

export type SignInsTable = {
  workspace_id: string;
  user: string;
  auth_user: string;
};

export type SnapshotsTable = {
  workspace_id: string;
  company: string;
  date: string;
  mrr: number | null;
  employees: number | null;
  health: ColumnType<string | null, string | number | null | undefined, string | number | null>;
  health_status: string | null;
  coverage: ColumnType<string | null, string | number | null | undefined, string | number | null>;
  effort: ColumnType<string | null, string | number | null | undefined, string | number | null>;
  segment: string | null;
  alignment: ColumnType<string | null, string | number | null | undefined, string | number | null>;
  mrr_opportunity: number | null;
  one_time_opportunity: number | null;
  definition_version: number | null;
  stage: string | null;
  reconstructed: boolean | null;
  account_managers: string[] | null;
  account_groups: string[] | null;
};

export type SpreadsheetImportRowsTable = {
  workspace_id: string;
  import: number;
  identity: string[];
  before: ColumnType<unknown | null, string | null | undefined, string | null>;
  after: ColumnType<unknown, string, string>;
};

export type SpreadsheetImportsTable = {
  workspace_id: string;
  id: Generated<number>;
  kind: string;
  file_name: string;
  headings: string[];
  mapping: string[];
  dates: string;
  decimals: string;
  imported_at: ColumnType<Date, Date | string, Date | string>;
  imported_by: string;
  created: number;
  updated: number;
  unchanged: number;
  undone_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  undone_by: string | null;
};

export type StackItemsTable = {
  workspace_id: string;
  key: string;
  name: string;
  definition: string | null;
  category: string | null;
  order: ColumnType<string | null, string | number | null | undefined, string | number | null>;
  tags: string[] | null;
  weight: ColumnType<string | null, string | number | null | undefined, string | number | null>;
  agreement_inclusion_default: boolean | null;
  any_one_of: string | null;
  retired: boolean | null;
};

export type StageChangesTable = {
  workspace_id: string;
  key: string;
  company: string;
  changed_at: ColumnType<Date, Date | string, Date | string>;
  changed_by: string | null;
  from_stage: 'prospect' | 'sales' | 'ice' | 'agreement' | 'onboarding' | 'active' | 'offboarded' | null;
  to_stage: 'prospect' | 'sales' | 'ice' | 'agreement' | 'onboarding' | 'active' | 'offboarded';
  note: string | null;
  forced: boolean | null;
};

export type SurveyDeliveriesTable = {
  workspace_id: string;
  key: Generated<string>;
  tool: string;
  received_at: ColumnType<Date, Date | string, Date | string>;
  answer_id: string | null;
  body_hash: Buffer;
  outcome: 'taken' | 'updated' | 'repeated' | 'unrated' | 'waiting' | 'dismissed' | 'refused';
  message: string;
  shown: string;
  sealed: Buffer | null;
  company: string | null;
  response: string | null;
};

export type SurveyMailTextsTable = {
  workspace_id: string;
  subject: string;
  text: string;
};

export type SurveyMailsTable = {
  workspace_id: string;
  key: Generated<string>;
  survey: string;
  company: string;
  sent_to: string;
  state: 'waiting' | 'sending' | 'sent' | 'failed';
  asked_at: ColumnType<Date, Date | string, Date | string>;
};

export type SurveyToolsTable = {
  workspace_id: string;
  key: Generated<string>;
  name: string;
  mapping: ColumnType<unknown, string, string>;
  token_hash: Buffer;
  signature_header: string | null;
  signature_secret: Buffer | null;
  created_at: ColumnType<Date, Date | string, Date | string>;
  rotated_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
};

export type SyncLinksTable = {
  workspace_id: string;
  connection: string;
  kind: 'companies' | 'contacts' | 'contracts' | 'contractLines' | 'surveys';
  record: string;
  key: string;
  made: 'created' | 'matched' | 'chosen';
  stage_before: 'prospect' | 'sales' | 'ice' | 'agreement' | 'onboarding' | 'active' | 'offboarded' | null;
  gone_on: string | null;
  owner: string | null;
};

export type SyncRecordsTable = {
  workspace_id: string;
  connection: string;
  kind: string;
  id: string;
  fields: ColumnType<unknown, string, string>;
  company: string | null;
  parent: string | null;
  at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  hours: ColumnType<string | null, string | number | null | undefined, string | number | null>;
  updated_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  changed_run: number;
  seen_run: number;
  gone_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
};

export type SyncRunsTable = {
  workspace_id: string;
  id: Generated<number>;
  connection: string;
  kind: 'first' | 'full' | 'incremental';
  kinds: string[] | null;
  requested_by: string | null;
  requested_at: ColumnType<Date, Date | string, Date | string>;
  not_before: ColumnType<Date, Date | string, Date | string>;
  started_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  ended_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  state: 'due' | 'running' | 'waiting' | 'succeeded' | 'failed' | 'cancelled';
  waiting_for: 'start' | 'deletions' | null;
  runner: string | null;
  lease_until: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  cancel_asked: Generated<boolean>;
  next_kinds: string[] | null;
  progress: ColumnType<unknown, string, string>;
  calls: Generated<number>;
  message: string | null;
  problems: ColumnType<unknown, string | undefined, string>;
};

export type SyncWatermarksTable = {
  workspace_id: string;
  connection: string;
  kind: string;
  run: number;
  started_at: ColumnType<Date, Date | string, Date | string>;
  newest: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
};

export type UnfinishedSnapshotsTable = {
  workspace_id: string;
  date: string;
  definition_version: number;
  after_company: string | null;
};

export type UsersTable = {
  workspace_id: string;
  key: string;
  name: string;
  email: string;
  role: 'admin' | 'member' | 'viewer';
  account_manager: boolean | null;
  is_manager: boolean | null;
  deactivated: boolean | null;
};

export type ViewsAsTable = {
  workspace_id: string;
  session: string;
  admin: string;
  user: string;
  started_at: ColumnType<Date, Date | string | undefined, Date | string>;
};

export type WorkQueueMarksTable = {
  workspace_id: string;
  company: string;
  item: string;
  cause: string;
  state: 'done' | 'snoozed' | 'dismissed';
  until: string | null;
  reason: string | null;
  marked_by: string | null;
  marked_at: ColumnType<Date, Date | string, Date | string>;
};

export type WorkspacesTable = {
  id: Generated<string>;
  name: string;
  currency: string | null;
  as_of: string | null;
  time_zone: string | null;
  effort_midpoint: ColumnType<string | null, string | number | null | undefined, string | number | null>;
  value_midpoint: number | null;
  seat_value_midpoint: number | null;
  minimum_coverage: ColumnType<string | null, string | number | null | undefined, string | number | null>;
  revision: Generated<number>;
  alignment_stale_after_days: number | null;
  definitions_version: Generated<number>;
};

export type Tables = {
  account_group_account_managers: AccountGroupAccountManagersTable;
  account_group_companies: AccountGroupCompaniesTable;
  account_group_members: AccountGroupMembersTable;
  account_groups: AccountGroupsTable;
  account_manager_companies: AccountManagerCompaniesTable;
  action_items: ActionItemsTable;
  alignment_bands: AlignmentBandsTable;
  alignment_notes: AlignmentNotesTable;
  alignments: AlignmentsTable;
  api_keys: ApiKeysTable;
  assessment_answers: AssessmentAnswersTable;
  assessment_template_items: AssessmentTemplateItemsTable;
  assessment_templates: AssessmentTemplatesTable;
  assessments: AssessmentsTable;
  audit_events: AuditEventsTable;
  auth_account: AuthAccountTable;
  auth_session: AuthSessionTable;
  auth_user: AuthUserTable;
  auth_verification: AuthVerificationTable;
  cadences: CadencesTable;
  calendar_feeds: CalendarFeedsTable;
  companies: CompaniesTable;
  connections: ConnectionsTable;
  contacts: ContactsTable;
  contract_lines: ContractLinesTable;
  contracts: ContractsTable;
  csat: CsatTable;
  csat_surveys: CsatSurveysTable;
  effort_bands: EffortBandsTable;
  effort_metrics: EffortMetricsTable;
  effort_scores: EffortScoresTable;
  escalation_log: EscalationLogTable;
  escalations: EscalationsTable;
  exchange_rates: ExchangeRatesTable;
  excluded_vendors: ExcludedVendorsTable;
  facts: FactsTable;
  file_contents: FileContentsTable;
  files: FilesTable;
  goal_recommendations: GoalRecommendationsTable;
  goals: GoalsTable;
  health_bands: HealthBandsTable;
  health_metrics: HealthMetricsTable;
  health_overrides: HealthOverridesTable;
  health_scores: HealthScoresTable;
  idempotency_keys: IdempotencyKeysTable;
  invitations: InvitationsTable;
  job_runs: JobRunsTable;
  jobs: JobsTable;
  meeting_contacts: MeetingContactsTable;
  meeting_recommendations: MeetingRecommendationsTable;
  meeting_users: MeetingUsersTable;
  meetings: MeetingsTable;
  onboarding_tasks: OnboardingTasksTable;
  onboarding_template: OnboardingTemplateTable;
  portfolio_changes: PortfolioChangesTable;
  products: ProductsTable;
  recent_companies: RecentCompaniesTable;
  recommendation_lines: RecommendationLinesTable;
  recommendation_statuses: RecommendationStatusesTable;
  recommendations: RecommendationsTable;
  record_requirements: RecordRequirementsTable;
  records: RecordsTable;
  saved_views: SavedViewsTable;
  schema_migrations: SchemaMigrationsTable;
  security_group_companies: SecurityGroupCompaniesTable;
  security_group_users: SecurityGroupUsersTable;
  security_groups: SecurityGroupsTable;
  segments: SegmentsTable;
  sign_in_attempts: SignInAttemptsTable;
  sign_ins: SignInsTable;
  snapshots: SnapshotsTable;
  spreadsheet_import_rows: SpreadsheetImportRowsTable;
  spreadsheet_imports: SpreadsheetImportsTable;
  stack_items: StackItemsTable;
  stage_changes: StageChangesTable;
  survey_deliveries: SurveyDeliveriesTable;
  survey_mail_texts: SurveyMailTextsTable;
  survey_mails: SurveyMailsTable;
  survey_tools: SurveyToolsTable;
  sync_links: SyncLinksTable;
  sync_records: SyncRecordsTable;
  sync_runs: SyncRunsTable;
  sync_watermarks: SyncWatermarksTable;
  unfinished_snapshots: UnfinishedSnapshotsTable;
  users: UsersTable;
  views_as: ViewsAsTable;
  work_queue_marks: WorkQueueMarksTable;
  workspaces: WorkspacesTable;
};
