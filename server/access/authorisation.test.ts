import type { LightMyRequestResponse } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Role } from '../../domain/access/grants.ts';
import { SURVEY_PRESETS } from '../../domain/csat/survey-presets.ts';
import { onBothEngines } from '../../test/harness/engines.ts';
import {
  addWorkspace,
  type Client,
  giveKey,
  givePassword,
  openTestServer,
  type TestServer,
} from '../testing/test-server.ts';
import { COMPANIES, emailOf, type Known, twoRegions, USERS, type UserName } from '../testing/two-regions.ts';

/** `viewing`: an admin who views as the user "both". */
type Subject = UserName | 'anonymous' | 'viewing';
type Target = Known | 'ghost';

const TARGETS: readonly Target[] = ['own', 'other', 'unassigned', 'ghost'];
const SUBJECTS: readonly Subject[] = ['anonymous', 'viewing', ...(Object.keys(USERS) as UserName[])];

/** What a subject asks about a target, and the status that the rules of docs/product.md §2 give it. */
interface Probe {
  readonly url: string;
  readonly body?: object;
  readonly headers?: Record<string, string>;
  readonly raw?: string;
  readonly expected: number;
}

/** What is known when the expectation is written down. */
interface Asked {
  readonly id: string;
  readonly sees: boolean;
  readonly user: { readonly role: Role };
}

/** What goes in or out as a whole: for admins who see every company. */
const WHOLE = /Bundle$|^(import|undo)Sheet|Connection/;
const forAdmins =
  (status: number) =>
  ({ user }: Asked) =>
    user.role === 'admin' ? status : 403;
/** Of admins, about a company. */
const forAdminsOf = (status: number) => (asked: Asked) =>
  asked.user.role === 'admin' && !asked.sees ? 404 : forAdmins(status)(asked);
const ifSeen = ({ sees }: Asked) => (sees ? 200 : 404);
/** Of members and admins, for a change of what they see; viewers change nothing. */
const ifEditor = (status: number) => (asked: Asked) =>
  asked.user.role === 'viewer' ? 403 : asked.sees ? status : 404;
/** An ETag that nothing has: whoever may change the thing is told that it is another by now. */
const stale = { headers: { 'if-match': '"stale"' } };
const foreign = '3b241101-e2bb-4255-8caf-4136c566a962';

type Listed = Omit<Probe, 'expected' | 'url'> & {
  readonly url: (id: string) => string;
  readonly expected: (asked: Asked) => number;
  readonly body?: object;
  readonly bodyAbout?: (id: string) => object;
};
const at = (
  url: string,
  expected: number | ((asked: Asked) => number),
  more: Partial<Listed> = {},
): Listed => ({
  url: (id) => url.replaceAll('{id}', encodeURIComponent(id)),
  expected: typeof expected === 'number' ? () => expected : expected,
  ...more,
});

const surveyTool = { name: 'SmileBack', mapping: SURVEY_PRESETS[0]!.mapping };

/** Every endpoint that needs a user, by operation id; written by hand. */
const SIGNED_IN: Readonly<Record<string, Listed>> = {
  getMe: at('/me', 200),
  postRecentCompany: at('/me/recent-companies', ({ sees }) => (sees ? 204 : 404), {
    bodyAbout: (company) => ({ company }),
  }),
  listCompanies: at('/companies?search={id}', 200),
  getCompany: at('/companies/{id}', ifSeen),
  getCompanyExplanation: at('/companies/{id}/explanation', ifSeen),
  createCompany: at('/companies', ({ user }) => (user.role === 'viewer' ? 403 : 422), {
    body: { name: 'New', accountGroups: ['no-such-group'] },
  }),
  getCompanyChoices: at('/company-choices', ({ user }) => (user.role === 'viewer' ? 403 : 200)),
  getCompanyProfile: at('/companies/{id}/profile', ifSeen),
  updateCompanyProfile: at('/companies/{id}/profile', ifEditor(412), { body: { industry: 'Law' }, ...stale }),
  archiveCompany: at('/companies/{id}/archive', ifEditor(412), stale),
  restoreCompany: at('/companies/{id}/restore', ifEditor(412), stale),
  deleteCompany: at('/companies/{id}', ifEditor(412), stale),
  getLifecycleBoard: at('/lifecycle', 200),
  getLifecycle: at('/companies/{id}/lifecycle', ifSeen),
  moveStage: at('/companies/{id}/lifecycle/move', ifEditor(412), { body: { to: 'active' }, ...stale }),
  getOnboardingTemplate: at('/onboarding-template', 200),
  updateOnboardingTemplate: at('/onboarding-template', forAdmins(412), {
    body: { tasks: [] },
    ...stale,
  }),
  getOnboarding: at('/companies/{id}/onboarding', ifSeen),
  startOnboarding: at('/companies/{id}/onboarding/start', ifEditor(200), { body: {} }),
  restartOnboarding: at('/companies/{id}/onboarding/restart', ifEditor(422), { body: {} }),
  shiftOnboarding: at('/companies/{id}/onboarding/shift', ifEditor(200), { body: { days: 1 } }),
  createOnboardingTask: at('/companies/{id}/onboarding/tasks', ifEditor(201), {
    body: { title: 'Collect access', side: 'us' },
  }),
  updateOnboardingTask: at('/onboarding-tasks/{id}', ifEditor(412), { body: { done: true }, ...stale }),
  deleteOnboardingTask: at('/onboarding-tasks/{id}', ifEditor(412), stale),
  getCompanyPsa: at('/companies/{id}/psa', ifSeen),
  listContacts: at('/companies/{id}/contacts', ifSeen),
  createContact: at('/companies/{id}/contacts', ifEditor(201), { body: { name: 'Ann' } }),
  updateContact: at('/contacts/{id}', ifEditor(412), { body: { title: 'Owner' }, ...stale }),
  deleteContact: at('/contacts/{id}', ifEditor(412), stale),
  listContracts: at('/companies/{id}/contracts', ifSeen),
  getCompanyCsat: at('/companies/{id}/csat', ifSeen),
  listCsat: at('/csat?rating=positive', 200),
  createCsatResponse: at('/companies/{id}/csat', ifEditor(201), { body: { rating: 'neutral' } }),
  deleteCsatResponse: at('/csat/{id}', ifEditor(412), stale),
  listSurveys: at('/companies/{id}/surveys', ifEditor(200)),
  createSurvey: at('/companies/{id}/surveys', ifEditor(201), { body: { days: 7 } }),
  getSurveyMailText: at('/survey-mail-text', ({ user }) => (user.role === 'viewer' ? 403 : 200)),
  updateSurveyMailText: at('/survey-mail-text', forAdmins(412), { body: { wording: null }, ...stale }),
  mailSurvey: at(`/surveys/${foreign}/e-mail`, ({ user }) => (user.role === 'viewer' ? 403 : 404)),
  listSurveyTools: at('/survey-tools', forAdmins(200)),
  createSurveyTool: at('/survey-tools', forAdmins(400), { body: { ...surveyTool, name: 'manual' } }),
  updateSurveyTool: at('/survey-tools/none', forAdmins(404), { body: { name: 'Other' } }),
  rotateSurveyTool: at('/survey-tools/none/rotate', forAdmins(404)),
  deleteSurveyTool: at('/survey-tools/none', forAdmins(404)),
  testSurveyMapping: at('/survey-tools/test', forAdmins(200), {
    bodyAbout: (company) => ({
      mapping: surveyTool.mapping,
      sample: JSON.stringify({ rating: '1', company: { id: company } }),
    }),
  }),
  listSurveyDeliveries: at('/survey-deliveries', forAdmins(200)),
  assignSurveyDelivery: at('/survey-deliveries/none/assign', forAdmins(404), {
    bodyAbout: (company) => ({ company }),
  }),
  retrySurveyDelivery: at('/survey-deliveries/none/retry', forAdmins(404)),
  dismissSurveyDelivery: at('/survey-deliveries/none/dismiss', forAdmins(404)),
  deleteSurvey: at(`/surveys/${foreign}`, ({ user }) => (user.role === 'viewer' ? 403 : 404)),
  getMeetingRecords: at('/meetings/{id}/records', ifSeen),
  listCompanyRecords: at('/companies/{id}/records', ifSeen),
  addRecordLink: at('/meetings/{id}/records', ifEditor(201), {
    body: { kind: 'slide_deck', link: 'https://files.northwind.example/deck' },
  }),
  addRecordFile: at('/meetings/{id}/records/file?kind=slide_deck', ifEditor(400), {
    raw: 'no form',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
  }),
  deleteRecord: at('/records/{id}', ifEditor(412), stale),
  getRecordFile: at('/records/{id}/file', 404),
  getRecordRequirements: at('/record-requirements', forAdmins(200)),
  updateRecordRequirements: at('/record-requirements', forAdmins(412), {
    body: { items: [{ meetingKind: 'pulse', records: ['assessment'], assessmentDays: 30 }] },
    ...stale,
  }),
  getContract: at('/contracts/{id}', ifSeen),
  createContract: at('/companies/{id}/contracts', ifEditor(201), { body: { name: 'Backup' } }),
  updateContract: at('/contracts/{id}', ifEditor(412), { body: { amount: 1 }, ...stale }),
  deleteContract: at('/contracts/{id}', ifEditor(412), stale),
  createContractLine: at('/contracts/{id}/lines', ifEditor(201), { body: { unitPrice: 1 } }),
  updateContractLine: at('/contract-lines/{id}', ifEditor(412), { body: { unitPrice: 1 }, ...stale }),
  deleteContractLine: at('/contract-lines/{id}', ifEditor(412), stale),
  listMeetings: at('/meetings?company={id}', ifSeen),
  getMeetingCalendar: at('/meeting-calendar?from=2026-11-01&to=2026-11-30&company={id}', ifSeen),
  listCompanyMeetings: at('/companies/{id}/meetings', ifSeen),
  getMeeting: at('/meetings/{id}', ifSeen),
  createMeeting: at('/companies/{id}/meetings', ifEditor(201), {
    body: { kind: 'pulse', date: '2026-12-01' },
  }),
  updateMeeting: at('/meetings/{id}', ifEditor(412), { body: { notes: 'Hm.' }, ...stale }),
  deleteMeeting: at('/meetings/{id}', ifEditor(412), stale),
  listActionItems: at('/action-items?company={id}', ifSeen),
  createActionItem: at('/meetings/{id}/action-items', ifEditor(201), { body: { title: 'Call back' } }),
  updateActionItem: at('/action-items/{id}', ifEditor(412), { body: { done: true }, ...stale }),
  deleteActionItem: at('/action-items/{id}', ifEditor(412), stale),
  listColleagues: at('/colleagues', 200),
  proposeAgenda: at('/meetings/{id}/agenda-proposal', ifSeen),
  listCompanyCadences: at('/companies/{id}/cadences', ifSeen),
  setCadence: at('/companies/{id}/cadences/pulse', ifEditor(412), { body: { every: 'weekly' }, ...stale }),
  clearCadence: at('/companies/{id}/cadences/pulse', ifEditor(412), stale),
  listCadences: at('/cadences?company={id}', ifSeen),
  listEscalations: at('/escalations?company={id}', ifSeen),
  getEscalation: at('/escalations/{id}', ifSeen),
  createEscalation: at('/companies/{id}/escalations', ifEditor(201), { body: { title: 'No mail' } }),
  updateEscalation: at('/escalations/{id}', ifEditor(412), { body: { severity: 'high' }, ...stale }),
  deleteEscalation: at('/escalations/{id}', ifEditor(412), stale),
  createLogEntry: at('/escalations/{id}/log', ifEditor(201), {
    body: { text: 'Called.', audience: 'client' },
  }),
  importSheet: at('/spreadsheets?dryRun=true', forAdmins(200), {
    body: {
      kind: 'companies',
      fileName: 'clients.csv',
      headings: ['Name'],
      mapping: ['name'],
      dates: 'month_first',
      decimals: 'point',
      rows: [['Heron']],
    },
  }),
  listSheetImports: at('/spreadsheets', forAdmins(200)),
  undoSheetImport: at('/spreadsheets/0/undo', forAdmins(404)),
  listConnectors: at('/connectors', forAdmins(200)),
  listConnections: at('/connections', forAdmins(200)),
  createConnection: at('/connections', forAdmins(422), {
    body: { vendor: 'none', name: 'Ours', credentials: {} },
  }),
  getConnection: at('/connections/none', forAdmins(404)),
  updateConnection: at('/connections/none', forAdmins(404), { body: { name: 'Ours' } }),
  deleteConnection: at('/connections/none', forAdmins(404)),
  testConnection: at('/connections/none/test', forAdmins(404)),
  getConnectionChoices: at('/connections/none/choices', forAdmins(404)),
  getConnectionSample: at('/connections/none/sample/companies', forAdmins(404)),
  previewConnection: at('/connections/none/preview', forAdmins(404)),
  matchConnectionRecord: at('/connections/none/matches/250', forAdmins(404), {
    bodyAbout: (company) => ({ company }),
  }),
  createConnectionHook: at('/connections/none/hook', forAdmins(404)),
  deleteConnectionHook: at('/connections/none/hook', forAdmins(404)),
  syncConnection: at('/connections/none/sync', forAdmins(404), { body: { kind: 'full' } }),
  startConnection: at('/connections/none/start', forAdmins(404)),
  cancelConnectionSync: at('/connections/none/cancel', forAdmins(404)),
  listConnectionRuns: at('/connections/none/runs', forAdmins(404)),
  getConnectionRun: at('/connections/none/runs/1', forAdmins(404)),
  confirmConnectionRun: at('/connections/none/runs/1/confirm', forAdmins(404)),
  listGoals: at('/goals?company={id}', ifSeen),
  getGoal: at('/goals/{id}', ifSeen),
  createGoal: at('/companies/{id}/goals', ifEditor(201), { body: { title: 'No surprises' } }),
  updateGoal: at('/goals/{id}', ifEditor(412), { body: { progress: 50 }, ...stale }),
  deleteGoal: at('/goals/{id}', ifEditor(412), stale),
  deleteLogEntry: at('/escalation-log/{id}', ifEditor(404)),
  getWorkQueue: at('/work-queue?company={id}', ifSeen),
  finishWorkItem: at('/companies/{id}/work-queue/stage/done', ifEditor(404)),
  snoozeWorkItem: at('/companies/{id}/work-queue/stage/snooze', ifEditor(404), {
    body: { until: '2099-12-31' },
  }),
  dismissWorkItem: at('/companies/{id}/work-queue/stage/dismiss', ifEditor(404), {
    body: { reason: 'They know' },
  }),
  reopenWorkItem: at('/companies/{id}/work-queue/stage/mark', ifEditor(404)),
  getCalendarFeed: at('/calendar-feed', 200),
  createCalendarFeed: at('/calendar-feed', 201, { body: { which: 'mine' } }),
  deleteCalendarFeed: at('/calendar-feed', 204),
  listRenewals: at('/renewals?company={id}', ({ sees }) => (sees ? 200 : 400)),
  getRenewalsCsv: at('/renewals.csv?company={id}', ({ sees }) => (sees ? 200 : 400)),
  listCompanyActivity: at('/companies/{id}/activity', ifSeen),
  listActivity: at('/activity', forAdmins(200)),
  listActions: at('/activity/actions', forAdmins(200)),
  getCompanyHistory: at('/companies/{id}/history', ifSeen),
  getRetention: at('/retention?from=2026-01&to=2026-02', 200),
  getRetentionCsv: at('/retention.csv?to=2026-02', 200),
  getRetentionRows: at('/retention/rows?month=2026-02&figure=end', 200),
  getRetentionRowsCsv: at('/retention/rows.csv?month=2026-02&figure=end', 200),
  listCompanyRenewals: at('/companies/{id}/renewals', ifSeen),
  getAlignment: at('/companies/{id}/alignments/mfa', ifSeen),
  updateAlignment: at(
    '/companies/{id}/alignments/mfa',
    (asked) => (asked.user.role === 'viewer' ? 403 : ifSeen(asked)),
    { body: { alignment: 50 } },
  ),
  listAlignments: at('/companies/{id}/alignments', ifSeen),
  updateAlignments: at('/companies/{id}/alignments/bulk', ifEditor(200), {
    body: { stackItems: ['mfa'], change: { threat: true } },
  }),
  listAlignmentNotes: at('/companies/{id}/alignments/mfa/notes', ifSeen),
  createAlignmentNote: at('/companies/{id}/alignments/mfa/notes', ifEditor(201), { body: { text: 'Hm.' } }),
  deleteAlignmentNote: at('/alignment-notes/{id}', ifEditor(404)),
  linkRecommendation: at('/companies/{id}/alignments/mfa/recommendations', ifEditor(404), {
    body: { recommendation: 'none' },
  }),
  unlinkRecommendation: at('/companies/{id}/alignments/mfa/recommendations/none', ifEditor(404)),
  listRecommendations: at('/recommendations?company={id}', ifSeen),
  getRecommendationsCsv: at('/recommendations.csv?company={id}', ifSeen),
  getRecommendationTotals: at('/recommendation-totals?company={id}', ifSeen),
  getRecommendationChoices: at('/recommendation-choices', 200),
  listCompanyRecommendations: at('/companies/{id}/recommendations', ifSeen),
  getRecommendation: at('/recommendations/{id}', ifSeen),
  getRoadmap: at('/companies/{id}/roadmap', ifSeen),
  getBudgetCsv: at('/companies/{id}/budget.csv', ifSeen),
  getClientRoadmap: at('/companies/{id}/client-roadmap', ifSeen),
  getCompletion: at('/recommendations/{id}/completion', ifSeen),
  createRecommendation: at('/companies/{id}/recommendations', ifEditor(201), { body: { title: 'Take EDR' } }),
  updateRecommendation: at('/recommendations/{id}', ifEditor(412), { body: { title: 'Hm' }, ...stale }),
  deleteRecommendation: at('/recommendations/{id}', ifEditor(412), stale),
  completeRecommendation: at('/recommendations/{id}/complete', ifEditor(412), {
    body: { stackItems: [] },
    ...stale,
  }),
  getAlignmentMatrix: at('/alignment-matrix?company={id}', ({ sees }) => (sees ? 200 : 400)),
  getAlignmentMatrixCsv: at('/alignment-matrix.csv?company={id}', ({ sees }) => (sees ? 200 : 400)),
  updateMatrix: at('/alignments/bulk', ifEditor(200), {
    bodyAbout: (company) => ({ cells: [{ company, stackItems: ['mfa'] }], change: { threat: true } }),
  }),
  listAssessments: at('/companies/{id}/assessments', ifSeen),
  startAssessment: at('/companies/{id}/assessments', ifEditor(404), { body: { template: 'none' } }),
  getAssessment: at('/assessments/{id}', ifSeen),
  updateAssessment: at('/assessments/{id}', ifEditor(412), { body: { takenOn: '2026-02-01' }, ...stale }),
  answerAssessment: at('/assessments/{id}/answers/none', ifEditor(404), { body: { answer: 'Yes' } }),
  finishAssessment: at('/assessments/{id}/finish', ifEditor(200)),
  reopenAssessment: at('/assessments/{id}/reopen', ifEditor(409)),
  deleteAssessment: at('/assessments/{id}', ifEditor(412), stale),
  compareAssessments: at('/assessments/{id}/comparison?before={id}', ifSeen),
  importAssessments: at('/assessments/import', ifEditor(422), {
    bodyAbout: (company) => ({ company, form: 'quarterdeck', file: 'question' }),
  }),
  listAssessmentTemplates: at('/assessment-templates', 200),
  getAssessmentTemplate: at('/assessment-templates/none', 404),
  createAssessmentTemplate: at('/assessment-templates', forAdmins(422), {
    body: { name: 'New', description: null, answers: [], retired: false, items: [] },
  }),
  updateAssessmentTemplate: at('/assessment-templates/none', forAdmins(404), {
    body: { name: 'New', description: null, answers: [], retired: false, items: [] },
  }),
  deleteAssessmentTemplate: at('/assessment-templates/none', forAdmins(404)),
  getCompanyMetrics: at('/companies/{id}/metrics/health', ifSeen),
  setMetricScore: at('/companies/{id}/metrics/health/org', ifEditor(412), { body: { points: 1 }, ...stale }),
  clearMetricScore: at('/companies/{id}/metrics/effort/segment-effort', ifEditor(412), stale),
  setHealthOverride: at('/companies/{id}/health-override', ifEditor(412), {
    body: { status: 'At risk', reason: 'Quiet', expiresOn: '2099-12-31' },
    ...stale,
  }),
  endHealthOverride: at('/companies/{id}/health-override', ifEditor(412), stale),
  getMetricDefinitions: at('/metrics/health', forAdmins(200)),
  updateMetricDefinitions: at('/metrics/effort', forAdmins(412), {
    body: {
      metrics: [
        {
          id: null,
          name: 'Travel',
          description: null,
          icon: null,
          maxScore: '10',
          weight: '1',
          staleAfterDays: null,
          retired: false,
          kind: 'csat',
        },
      ],
      bands: [{ name: 'All', from: '0', color: '#123456' }],
    },
    ...stale,
  }),
  listStackItems: at('/stack-items', 200),
  createStackItem: at('/stack-items', forAdmins(201), { body: { name: 'Backup' } }),
  addStarterItems: at('/stack-items/starter', forAdmins(201), { body: { items: ['firewall'] } }),
  updateStackItem: at('/stack-items/mfa', forAdmins(412), { body: { weight: 2 }, ...stale }),
  deleteStackItem: at('/stack-items/mfa', forAdmins(412), stale),
  moveStackItem: at('/stack-items/mfa/move', forAdmins(200), { body: { after: 'mfa' } }),
  createProduct: at('/stack-items/none/products', forAdmins(404), { body: { name: 'Tokens' } }),
  updateProduct: at('/products/mfa-pro', forAdmins(412), { body: { mrrPerSeat: 1 }, ...stale }),
  deleteProduct: at('/products/mfa-lite', forAdmins(412), stale),
  getExclusions: at('/exclusions', forAdmins(200)),
  listExcludableContracts: at('/exclusions/contracts?company={id}', (asked) =>
    asked.user.role === 'admin' ? ifSeen(asked) : 403,
  ),
  updateExclusions: at('/exclusions', forAdmins(412), {
    bodyAbout: (id) => ({ excludeContracts: [id] }),
    ...stale,
  }),
  getWhatIfDefinitions: at('/what-if/definitions', forAdmins(200)),
  getWhatIfCompanies: at('/what-if/companies', forAdmins(200)),
  previewItemMerge: at('/stack-items/none/merge?into=mfa', forAdmins(404)),
  mergeStackItem: at('/stack-items/none/merge', forAdmins(404), { body: { into: 'mfa' } }),
  previewProductMerge: at('/products/mfa-lite/merge?into=mfa-pro', forAdmins(200)),
  mergeProduct: at('/products/mfa-lite/merge', forAdmins(412), { body: { into: 'mfa-pro' }, ...stale }),
  getStackItemsCsv: at('/stack-items.csv', forAdmins(200)),
  getProductsCsv: at('/products.csv', forAdmins(200)),
  importStack: at('/stack/import', forAdmins(422), { body: { products: 'key' } }),
  listProductCodes: at('/product-codes', forAdmins(200)),
  updateProductCodes: at('/products/none/product-codes', forAdmins(404), { body: { add: ['X'] } }),
  listTags: at('/tags', forAdmins(200)),
  previewTags: at('/tags/preview', forAdmins(200), { body: { tags: [{ tag: 'Standard', to: 'Basic' }] } }),
  updateTags: at('/tags', forAdmins(412), { body: { tags: [{ tag: 'Standard', to: null }] }, ...stale }),
  getWorkspaceSettings: at('/workspace-settings', forAdmins(200)),
  updateWorkspaceSettings: at('/workspace-settings', forAdmins(412), {
    body: { effortMidpoint: 60 },
    ...stale,
  }),
  listJobs: at('/jobs', forAdmins(200)),
  listJobRuns: at('/jobs/end-expired/runs', forAdmins(200)),
  runJob: at('/jobs/none/run', forAdmins(404)),
  getDashboard: at('/dashboard?company={id}', ({ sees }) => (sees ? 200 : 400)),
  getDashboardChoices: at('/dashboard/choices', 200),
  getDashboardRows: at('/dashboard/rows?element=stackByCustomer&figure=total&slice={id}', ({ sees }) =>
    sees ? 200 : 400,
  ),
  getDashboardRowsCsv: at('/dashboard/rows.csv?element=stackByCustomer&figure=mrr&slice={id}', ({ sees }) =>
    sees ? 200 : 400,
  ),
  listSavedViews: at('/saved-views', 200),
  createSavedView: at('/saved-views', 201, { bodyAbout: (id) => ({ name: `About ${id}`, search: '' }) }),
  updateSavedView: at(`/saved-views/${foreign}`, 404, { body: { name: 'Mine now' } }),
  deleteSavedView: at(`/saved-views/${foreign}`, 404),
  listUsers: at('/users', forAdmins(200)),
  addUser: at('/users', forAdmins(422), {
    body: { name: 'New', email: 'new@northwind.example', role: 'viewer', accountGroups: ['no-such-group'] },
  }),
  updateUser: at('/users/viewer', forAdmins(412), { body: { role: 'admin' }, ...stale }),
  deactivateUser: at('/users/viewer/deactivate', forAdmins(412), stale),
  reactivateUser: at('/users/viewer/reactivate', forAdmins(412), stale),
  listUserSessions: at('/users/viewer/sessions', forAdmins(200)),
  endUserSession: at('/users/viewer/sessions/guessed', forAdmins(404)),
  endUserSessions: at('/users/nobody/sessions', forAdmins(404)),
  sendInvitation: at('/users/nobody/invitation/e-mail', forAdmins(422), { body: { link: 'unknown' } }),
  inviteUser: at('/users/nobody/invitation', forAdmins(404)),
  listSecurityGroups: at('/security-groups', forAdmins(200)),
  createSecurityGroup: at('/security-groups', forAdmins(422), {
    bodyAbout: (company) => ({ name: 'New', companies: [company], users: ['no-such-user'] }),
  }),
  updateSecurityGroup: at('/security-groups/east-only', forAdmins(412), { body: { users: [] }, ...stale }),
  deleteSecurityGroup: at('/security-groups/east-only', forAdmins(412), stale),
  listAccountGroups: at('/account-groups', forAdmins(200)),
  createAccountGroup: at('/account-groups', forAdmins(422), {
    bodyAbout: (company) => ({ name: 'New', companies: [company], members: ['no-such-user'] }),
  }),
  updateAccountGroup: at('/account-groups/east', forAdmins(412), { body: { members: [] }, ...stale }),
  deleteAccountGroup: at('/account-groups/east', forAdmins(412), stale),
  listAccountManagers: at('/account-managers', forAdmins(200)),
  addAccountManager: at('/account-managers', forAdmins(409), { body: { user: 'manager' } }),
  updateAccountManager: at('/account-managers/manager', forAdmins(412), {
    body: { isManager: true },
    ...stale,
  }),
  removeAccountManager: at('/account-managers/manager', forAdmins(412), stale),
  listCompanyGroups: at('/company-groups', forAdmins(200)),
  updateCompanyGroups: at('/company-groups/{id}', forAdminsOf(412), {
    body: { accountGroups: [] },
    ...stale,
  }),
  previewAccess: at('/permissions/preview', forAdminsOf(200), {
    bodyAbout: (id) => ({ kind: 'companyGroups', id, accountGroups: ['west'] }),
  }),
  getAccessExplanation: at('/permissions/explanation?user=viewer&company={id}', forAdminsOf(200)),
  startViewAs: at('/view-as', forAdmins(404), { body: { user: 'no-such-user' } }),
  listApiKeys: at('/api-keys', 200),
  createApiKey: at('/api-keys', 201, { body: { name: 'Test' } }),
  deleteApiKey: at(`/api-keys/${foreign}`, 404),
  exportBundle: at('/bundle', forAdmins(200)),
  importBundle: at('/bundle?dryRun=true', forAdmins(200), {
    raw: 'not a zip',
    headers: { 'content-type': 'application/zip' },
  }),
  loadDemo: at('/demo', forAdmins(409)),
  changePassword: at('/api/auth/change-password', 422, {
    body: { currentPassword: 'not the password', newPassword: 'another password' },
  }),
  getSession: at('/api/auth/get-session', 200),
  listSessions: at('/api/auth/list-sessions', 200),
  revokeSession: at('/api/auth/revoke-session', 200, { body: { id: 'unknown' } }),
  revokeOtherSessions: at('/api/auth/revoke-other-sessions', 200),
};

/** Needs a session: an API key is nobody here, whatever its user may do. */
const COOKIE_ONLY = new Set([
  'startViewAs',
  'changePassword',
  'getSession',
  'listSessions',
  'revokeSession',
  'revokeOtherSessions',
]);

/** Every endpoint that needs nobody; the same answer whoever asks. */
const PUBLIC: Readonly<Record<string, Listed>> = {
  getHealth: at('/health', 200),
  getSetup: at('/setup', 200),
  postSetup: at('/setup', 409, { body: { name: 'M', email: 'm@m.example', password: 'a password' } }),
  signIn: at('/api/auth/sign-in/email', 401, { body: { email: 'm@m.example', password: 'a password' } }),
  getInvitation: at('/invitations/guessed', 404),
  receiveSurveyDelivery: at(`/hooks/csat/${foreign}/guessed`, 404, { body: { rating: 1 } }),
  receiveConnectionHint: at(`/hooks/psa/${foreign}/guessed`, 404, { body: { ID: 1 } }),
  getCalendar: at('/calendar/guessed.ics', 404),
  acceptInvitation: at('/invitations/guessed', 404, { body: { password: 'a password' } }),
};

/** End the session that asks, or what it sees, so they are proved elsewhere (sign-in.test.ts, view-as.test.ts). */
const APART = ['signOut', 'endViewAs'];

onBothEngines('who may do what', (engine) => {
  let server: TestServer;
  const clients = new Map<Subject, Client>();

  beforeAll(async () => {
    const workspace = await addWorkspace(engine.database, 'Northwind IT', twoRegions);
    server = await openTestServer(engine.database);
    clients.set('anonymous', server.anonymous);
    clients.set('keyholder', server.withKey(await giveKey(engine.database, workspace, 'keyholder')));
    for (const user of Object.keys(USERS) as UserName[]) {
      if (user === 'keyholder') continue;
      await givePassword(engine.database, workspace, user);
      clients.set(user, await server.signIn(emailOf(user)));
    }
    const viewing = await server.signIn(emailOf('admin'));
    clients.set('viewing', viewing);
    expect((await viewing.post('/view-as', { user: 'both' })).statusCode).toBe(204);
    await sql`delete from users where key = 'removed'`.execute(engine.database.kysely);
  });
  afterAll(() => server.close());

  it('lists every route of the server', () => {
    const ids = server.app.routeTable.flatMap(({ endpoint }) => (endpoint ? [endpoint.id] : []));
    expect(ids.sort()).toEqual([...Object.keys(SIGNED_IN), ...Object.keys(PUBLIC), ...APART].sort());
    const others = server.app.routeTable.filter(({ endpoint }) => !endpoint).map(({ url }) => url);
    // and what is no endpoint: the API's description, and the pages of surveys (server/csat/csat.test.ts)
    for (const url of others) expect(url).toMatch(/^\/(survey\/:token$|api\/(v1\/openapi\.json|docs(\/|$)))/);
  });

  for (const subject of SUBJECTS) {
    it(`answers ${subject} by the rules, with nothing about companies that they do not see`, async () => {
      for (const [id, listed] of Object.entries(SIGNED_IN)) {
        for (const target of TARGETS) {
          const before = await recorded(engine.database);
          const answer = await ask(server, clients.get(subject)!, id, listed, idOf(target));
          const status = expectedStatus(server, subject, id, target);
          expect([id, target, answer.statusCode], answer.body).toEqual([id, target, status]);
          expectNothingUnseen(subject, idOf(target), answer);
          if (status >= 400)
            expect([id, target, await recorded(engine.database)]).toEqual([id, target, before]);
        }
      }
    });

    it(`answers ${subject} at public routes like anybody`, async () => {
      for (const [id, listed] of Object.entries(PUBLIC)) {
        const answer = await ask(server, clients.get(subject)!, id, listed, 'ghost');
        expect([id, answer.statusCode], answer.body).toEqual([id, listed.expected({} as Asked)]);
        expectNothingUnseen('anonymous', 'ghost', answer);
      }
    });

    it(`answers ${subject} about an unseen company as about one that does not exist, byte for byte`, async () => {
      const unseen = unseenBy(subject).map((known) => COMPANIES[known].id);
      for (const [id, listed] of Object.entries(SIGNED_IN)) {
        const ghost = await ask(server, clients.get(subject)!, id, listed, 'ghost');
        for (const company of unseen) {
          const answer = await ask(server, clients.get(subject)!, id, listed, company);
          if (answer.statusCode < 400) continue;
          expect(answer.body.replaceAll(company, 'ghost')).toBe(ghost.body);
          expect(headersOf(answer)).toEqual(headersOf(ghost));
        }
      }
    });
  }
});

let addresses = 0;

/** Each request from an address of its own, as limits on tries are per address. */
function ask(server: TestServer, client: Client, id: string, listed: Listed, company: string) {
  addresses += 1;
  const body = listed.bodyAbout?.(company) ?? listed.body;
  return client.send({
    method: endpointOf(server, id).method,
    url: listed.url(company),
    headers: { ...listed.headers, 'x-forwarded-for': `10.0.${addresses >> 8}.${addresses & 255}` },
    ...(listed.raw ? { payload: listed.raw } : body ? { payload: body } : {}),
  });
}

function expectedStatus(server: TestServer, subject: Subject, id: string, target: Target): number {
  if (subject === 'anonymous' || subject === 'removed') return 401;
  if (subject === 'viewing') {
    const { method, whileViewing } = endpointOf(server, id);
    if (!whileViewing && (method !== 'GET' || COOKIE_ONLY.has(id))) return 403;
  }
  const user = USERS[subject === 'viewing' ? 'both' : subject];
  const sees = (user.sees as readonly Target[]).includes(target);
  const status = SIGNED_IN[id]!.expected({ id: idOf(target), sees, user });
  return subject === 'keyholder' ? withKey(id, status) : status;
}

/** The status for an API key where a session gets the other one. */
function withKey(id: string, status: number): number {
  return COOKIE_ONLY.has(id) && status !== 403 ? 401 : status;
}

function endpointOf(server: TestServer, id: string) {
  return server.app.routeTable.find((route) => route.endpoint?.id === id)!.endpoint!;
}

function unseenBy(subject: Subject): Known[] {
  const sees: readonly Known[] =
    subject === 'anonymous' || subject === 'removed'
      ? []
      : USERS[subject === 'viewing' ? 'both' : subject].sees;
  return (Object.keys(COMPANIES) as Known[]).filter((known) => !sees.includes(known));
}

function expectNothingUnseen(subject: Subject, asked: string, answer: LightMyRequestResponse) {
  const text = `${JSON.stringify(answer.headers)}${answer.body}`.replaceAll(asked, '');
  for (const known of unseenBy(subject)) {
    expect(text).not.toContain(COMPANIES[known].id);
    expect(text).not.toContain(COMPANIES[known].name);
  }
}

function headersOf({ headers }: LightMyRequestResponse) {
  const { date: _, 'content-length': __, ...rest } = headers;
  return rest;
}

function idOf(target: Target): string {
  return target === 'ghost' ? 'ghost' : COMPANIES[target].id;
}

/** What refused requests leave as it was: everything that is recorded about changes. */
async function recorded(database: { kysely: TestServer['context']['database']['kysely'] }): Promise<unknown> {
  const { rows } = await sql`select (select count(*) from audit_events) as events,
    (select md5(string_agg(a::text, '' order by a::text)) from alignments a) as cells,
    (select count(*) from users) as users, (select count(*) from recent_companies) as recent`.execute(
    database.kysely,
  );
  return rows[0];
}

/** Every combination of what decides over what a user sees: role, security group, account group, account manager, flag. */
const FACTORS = {
  role: ['admin', 'member', 'viewer'],
  ceiling: ['none', 'all', 'east-only'],
  group: ['none', 'all', 'east'],
  manager: ['none', 'west', 'unassigned'],
  isManager: [false, true],
} as const;
type Cell = { readonly [Name in keyof typeof FACTORS]: (typeof FACTORS)[Name][number] };

const CELLS: readonly Cell[] = Object.entries(FACTORS).reduce<Cell[]>(
  (cells, [name, values]) => cells.flatMap((cell) => values.map((value) => ({ ...cell, [name]: value }))),
  [{} as Cell],
);

const keyOf = (cell: Cell) => Object.values(cell).join('.');

/** docs/product.md §2 for a cell of the matrix, by hand. */
function seenBy({ role, ceiling, group, manager, isManager }: Cell): Known[] {
  const allowed: readonly string[] = { none: [], all: TARGETS, 'east-only': ['own'] }[ceiling];
  const reached: readonly string[] =
    role === 'admin' || isManager || group === 'all'
      ? TARGETS
      : [
          ...(group === 'east' ? ['own'] : []),
          ...{ none: [], west: ['other'], unassigned: ['unassigned'] }[manager],
        ];
  return (Object.keys(COMPANIES) as Known[]).filter((it) => allowed.includes(it) && reached.includes(it));
}

/** So few of the cells that every pair of values of two factors is among them. */
function pairwise(): Cell[] {
  const pairsOf = (cell: Cell) => {
    const values = Object.entries(cell).map(([name, value]) => `${name}=${value}`);
    return values.flatMap((one, i) => values.slice(i + 1).map((other) => `${one} ${other}`));
  };
  const open = new Set(CELLS.flatMap(pairsOf));
  const chosen: Cell[] = [];
  while (open.size > 0) {
    const gain = (cell: Cell) => pairsOf(cell).filter((pair) => open.has(pair)).length;
    const best = CELLS.reduce((a, b) => (gain(b) > gain(a) ? b : a));
    for (const pair of pairsOf(best)) open.delete(pair);
    chosen.push(best);
  }
  return chosen;
}

onBothEngines('the matrix of role × security group × account group × account manager × flag', (engine) => {
  let server: TestServer;
  let workspace: string;

  beforeAll(async () => {
    const inGroup = (group: string, name: 'ceiling' | 'group' | 'manager') =>
      CELLS.filter((cell) => cell[name] === group).map(keyOf);
    const users = CELLS.map((cell) => ({
      key: keyOf(cell),
      name: `User ${keyOf(cell)}`,
      email: emailOf(keyOf(cell)),
      role: cell.role,
      is_manager: cell.isManager,
    }));
    const pairs = (column: string, group: string, members: readonly string[]) =>
      members.map((user) => ({ [column]: group, user }));
    workspace = await addWorkspace(engine.database, 'Northwind IT', {
      ...twoRegions,
      users: [...twoRegions.users!, ...users],
      security_group_users: [
        ...pairs('security_group', 'all', inGroup('all', 'ceiling')),
        ...pairs('security_group', 'east-only', inGroup('east-only', 'ceiling')),
      ],
      account_group_members: [
        ...pairs('account_group', 'all', inGroup('all', 'group')),
        ...pairs('account_group', 'east', inGroup('east', 'group')),
      ],
      account_group_account_managers: [
        ...twoRegions.account_group_account_managers!,
        ...pairs('account_group', 'west', inGroup('west', 'manager')),
      ],
      account_manager_companies: inGroup('unassigned', 'manager').map((user) => ({
        user,
        company: COMPANIES.unassigned.id,
      })),
    });
    server = await openTestServer(engine.database);
  });
  afterAll(() => server.close());

  const clientOf = async (cell: Cell) =>
    server.withKey(await giveKey(engine.database, workspace, keyOf(cell)));

  it('shows each of the 162 what the rule says in the read model, and no more', async () => {
    for (const cell of CELLS) {
      const client = await clientOf(cell);
      const seen = seenBy(cell).map((known) => COMPANIES[known].id);
      const read = async (path: string) => (await client.get(path)).json();
      expect([keyOf(cell), (await read('/me')).companies]).toEqual([keyOf(cell), seen.length]);
      const listed = (await read('/companies')).items.map(({ id }: { id: string }) => id);
      expect([keyOf(cell), listed.sort()]).toEqual([keyOf(cell), [...seen].sort()]);
      const { companies, stackByCustomer } = await read('/dashboard');
      expect([keyOf(cell), companies, stackByCustomer.rows.length]).toEqual([
        keyOf(cell),
        seen.length,
        seen.length,
      ]);
    }
  });

  it('answers every endpoint by the rule for every pair of what decides', async () => {
    for (const cell of pairwise()) {
      const client = await clientOf(cell);
      const seen: readonly Target[] = seenBy(cell);
      const unseen = TARGETS.filter((target) => !seen.includes(target));
      for (const [id, listed] of Object.entries(SIGNED_IN)) {
        for (const target of [...seen.slice(-1), ...unseen.slice(0, 1)]) {
          const answer = await ask(server, client, id, listed, idOf(target));
          const asked = { id: idOf(target), sees: seen.includes(target), user: cell };
          const everything = WHOLE.test(id) && cell.role === 'admin' && seen.length < 3;
          const status = everything ? 403 : withKey(id, listed.expected(asked));
          expect([keyOf(cell), id, target, answer.statusCode], answer.body).toEqual([
            keyOf(cell),
            id,
            target,
            status,
          ]);
          const text = `${JSON.stringify(answer.headers)}${answer.body}`.replaceAll(idOf(target), '');
          for (const known of Object.keys(COMPANIES) as Known[]) {
            if (seen.includes(known)) continue;
            expect([keyOf(cell), id, text.includes(COMPANIES[known].id)]).toEqual([keyOf(cell), id, false]);
            expect([keyOf(cell), id, text.includes(COMPANIES[known].name)]).toEqual([keyOf(cell), id, false]);
          }
        }
      }
    }
    // thousands of requests
  }, 600_000);
});
