import type { RawSearch } from './ui/search-text.ts';

/** Every link of the screens, as what the router's Link and navigate take. */
export const paths = {
  /** The work queue. */
  home: (search: RawSearch = {}) => ({ to: '/', search }) as const,
  setup: () => ({ to: '/setup' }) as const,
  signIn: (next?: string) => ({ to: '/sign-in', search: next ? { next: [next] } : {} }) as const,
  dashboard: (search: RawSearch = {}) => ({ to: '/dashboard', search }) as const,
  customers: () => ({ to: '/customers', search: {} }) as const,
  /** The company profile, which is where a company opens. */
  customer: (id: string) => ({ to: '/customers/$id', params: { id } }) as const,
  customerHealth: (id: string) => ({ to: '/customers/$id/health', params: { id } }) as const,
  customerEffort: (id: string) => ({ to: '/customers/$id/effort', params: { id } }) as const,
  customerAlignment: (id: string, search: RawSearch = {}) =>
    ({ to: '/customers/$id/alignment', params: { id }, search }) as const,
  customerContracts: (id: string, search: RawSearch = {}) =>
    ({ to: '/customers/$id/contracts', params: { id }, search }) as const,
  customerRecommendations: (id: string, search: RawSearch = {}) =>
    ({ to: '/customers/$id/recommendations', params: { id }, search }) as const,
  customerSatisfaction: (id: string) => ({ to: '/customers/$id/satisfaction', params: { id } }) as const,
  customerRecords: (id: string) => ({ to: '/customers/$id/records', params: { id } }) as const,
  /** `compare`: ids of two to be compared. */
  customerAssessments: (id: string, compare: readonly string[] = []) =>
    ({ to: '/customers/$id/assessments', params: { id }, search: { compare } }) as const,
  customerAssessment: (id: string, assessment: string) =>
    ({ to: '/customers/$id/assessments/$assessment', params: { id, assessment } }) as const,
  customerGoals: (id: string) => ({ to: '/customers/$id/goals', params: { id } }) as const,
  customerEngagement: (id: string) => ({ to: '/customers/$id/engagement', params: { id } }) as const,
  customerLifecycle: (id: string) => ({ to: '/customers/$id/lifecycle', params: { id } }) as const,
  customerRoadmap: (id: string, search: RawSearch = {}) =>
    ({ to: '/customers/$id/roadmap', params: { id }, search }) as const,
  /** What a company's people are shown of its roadmap. */
  clientRoadmap: (id: string) => ({ to: '/customers/$id/roadmap/client', params: { id } }) as const,
  /** `search`: the two days that are compared. */
  customerHistory: (id: string, search: RawSearch = {}) =>
    ({ to: '/customers/$id/history', params: { id }, search }) as const,
  customerActivity: (id: string) => ({ to: '/customers/$id/activity', params: { id } }) as const,
  /** Stack Alignment Overview: every stack item at every company. */
  stackAlignment: (search: RawSearch = {}) => ({ to: '/stack-alignment', search }) as const,
  recommendations: (search: RawSearch = {}) => ({ to: '/recommendations', search }) as const,
  /** One recommendation, opened on its company's page. */
  recommendation: (company: string, id: string) =>
    ({
      to: '/customers/$id/recommendations',
      params: { id: company },
      search: { recommendation: [id] },
    }) as const,
  meetings: (search: RawSearch = {}) => ({ to: '/meetings', search }) as const,
  meeting: (id: string) => ({ to: '/meetings/$id', params: { id } }) as const,
  lifecycle: (search: RawSearch = {}) => ({ to: '/lifecycle', search }) as const,
  renewals: (search: RawSearch = {}) => ({ to: '/renewals', search }) as const,
  retention: (search: RawSearch = {}) => ({ to: '/retention', search }) as const,
  settings: () => ({ to: '/settings' }) as const,
  permissions: () => ({ to: '/settings/permissions' }) as const,
  companyGroups: () => ({ to: '/settings/permissions/company-groups' }) as const,
  accountGroups: () => ({ to: '/settings/permissions/account-groups' }) as const,
  accountManagers: () => ({ to: '/settings/permissions/account-managers' }) as const,
  users: () => ({ to: '/settings/permissions/users' }) as const,
  securityGroups: () => ({ to: '/settings/permissions/security-groups' }) as const,
  whoSeesWhat: (search: RawSearch = {}) => ({ to: '/settings/permissions/who-sees-what', search }) as const,
  stackManager: () => ({ to: '/settings/stack' }) as const,
  healthAdmin: () => ({ to: '/settings/metrics' }) as const,
  effortAdmin: () => ({ to: '/settings/metrics/effort' }) as const,
  onboardingTemplate: () => ({ to: '/settings/onboarding-template' }) as const,
  assessmentTemplates: () => ({ to: '/settings/assessment-templates' }) as const,
  assessmentTemplate: (template: string) =>
    ({ to: '/settings/assessment-templates/$template', params: { template } }) as const,
  workspaceSettings: () => ({ to: '/settings/workspace' }) as const,
  tags: () => ({ to: '/settings/tags' }) as const,
  appSettings: () => ({ to: '/settings/app' }) as const,
  recordRequirements: () => ({ to: '/settings/meeting-records' }) as const,
  surveys: () => ({ to: '/settings/surveys' }) as const,
  surveyTool: (tool: string) => ({ to: '/settings/surveys/$tool', params: { tool } }) as const,
  productCodes: () => ({ to: '/settings/stack/product-codes' }) as const,
  connections: () => ({ to: '/settings/connections' }) as const,
  connection: (connection: string) =>
    ({ to: '/settings/connections/$connection', params: { connection } }) as const,
  spreadsheets: () => ({ to: '/settings/spreadsheets' }) as const,
  importExport: () => ({ to: '/settings/import-export' }) as const,
  activity: (search: RawSearch = {}) => ({ to: '/settings/activity', search }) as const,
  jobs: () => ({ to: '/settings/jobs' }) as const,
  account: () => ({ to: '/account' }) as const,
};
