import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { getSetup } from '../contract/setup.ts';
import { type Ability, may } from '../domain/access/abilities.ts';
import { loadMatrix } from './alignment-matrix/queries.ts';
import { call } from './api/call.ts';
import { isRefusal } from './api/query-client.ts';
import { companyQuery } from './companies/queries.ts';
import { loadDashboard } from './dashboard/queries.ts';
import { loadBoard } from './lifecycle/queries.ts';
import { meQuery } from './me/queries.ts';
import { paths } from './paths.ts';
import { loadRenewals } from './renewals/queries.ts';
import { loadRetention } from './retention/queries.ts';
import { AppFrame } from './shell/AppFrame.tsx';
import { FramePending, NotFound, RouteFailed } from './shell/RouteNotes.tsx';
import { parseSearch, type RawSearch, searchText } from './ui/search-text.ts';
import { loadHome } from './work-queue/queries.ts';

interface RouterContext {
  readonly queryClient: QueryClient;
}

interface Arrival {
  readonly context: RouterContext;
  readonly location: { readonly href: string };
}

const rawSearch = (search: Record<string, unknown>): RawSearch => search as RawSearch;

const root = createRootRouteWithContext<RouterContext>()({
  component: Outlet,
  notFoundComponent: NotFound,
  errorComponent: RouteFailed,
});

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  beforeLoad: async () => {
    if (!(await call(getSetup, {})).needed) throw redirect(paths.home());
  },
  component: lazyRouteComponent(() => import('./setup/SetupPage.tsx'), 'SetupPage'),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: rawSearch,
  component: lazyRouteComponent(() => import('./sign-in/SignInPage.tsx'), 'SignInPage'),
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitations/$token',
  component: lazyRouteComponent(() => import('./invitations/InvitationPage.tsx'), 'InvitationPage'),
});

/** Lets in those who are signed in; the others have to sign in first. */
async function requireUser({ context, location }: Arrival) {
  const me = await context.queryClient.ensureQueryData(meQuery).catch(async (error: unknown) => {
    if (!isRefusal(error, 'unauthenticated')) throw error;
    const { needed } = await call(getSetup, {});
    throw redirect(needed ? paths.setup() : paths.signIn(location.href));
  });
  return { me };
}

/** Everything that only a signed-in user sees, inside the frame with navigation and company selector. */
const app = createRoute({
  getParentRoute: () => root,
  id: 'app',
  beforeLoad: requireUser,
  component: AppFrame,
  pendingComponent: FramePending,
});

const home = createRoute({
  getParentRoute: () => app,
  path: '/',
  validateSearch: rawSearch,
  loaderDeps: ({ search }) => search,
  // without a company the dashboard says how to begin
  beforeLoad: ({ context }) => {
    if (context.me.companies === 0) throw redirect(paths.dashboard());
  },
  loader: ({ context, deps }) => loadHome(context.queryClient, deps),
  component: lazyRouteComponent(() => import('./work-queue/HomePage.tsx'), 'HomePage'),
});

const dashboard = createRoute({
  getParentRoute: () => app,
  path: '/dashboard',
  validateSearch: rawSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => loadDashboard(context.queryClient, context.me, deps),
  component: lazyRouteComponent(() => import('./dashboard/DashboardPage.tsx'), 'DashboardPage'),
});

const customers = createRoute({
  getParentRoute: () => app,
  path: '/customers',
  validateSearch: rawSearch,
  component: lazyRouteComponent(() => import('./companies/CustomersPage.tsx'), 'CustomersPage'),
});

const customer = createRoute({
  getParentRoute: () => app,
  path: '/customers/$id',
  loader: ({ context, params }) => {
    void context.queryClient.prefetchQuery(companyQuery(params.id));
  },
  component: lazyRouteComponent(() => import('./companies/CustomerFrame.tsx'), 'CustomerFrame'),
});

const customerProfile = createRoute({
  getParentRoute: () => customer,
  path: '/',
  component: lazyRouteComponent(() => import('./company-profile/ProfilePage.tsx'), 'ProfilePage'),
});

const customerHealth = createRoute({
  getParentRoute: () => customer,
  path: '/health',
  component: lazyRouteComponent(() => import('./metrics/HealthPage.tsx'), 'HealthPage'),
});

const customerEffort = createRoute({
  getParentRoute: () => customer,
  path: '/effort',
  component: lazyRouteComponent(() => import('./metrics/EffortPage.tsx'), 'EffortPage'),
});

const customerAlignment = createRoute({
  getParentRoute: () => customer,
  path: '/alignment',
  validateSearch: rawSearch,
  component: lazyRouteComponent(() => import('./alignment/AlignmentPage.tsx'), 'AlignmentPage'),
});

const customerContracts = createRoute({
  getParentRoute: () => customer,
  path: '/contracts',
  validateSearch: rawSearch,
  component: lazyRouteComponent(() => import('./contracts/ContractsPage.tsx'), 'ContractsPage'),
});

const customerRecommendations = createRoute({
  getParentRoute: () => customer,
  path: '/recommendations',
  validateSearch: rawSearch,
  component: lazyRouteComponent(
    () => import('./recommendations/CompanyRecommendationsPage.tsx'),
    'CompanyRecommendationsPage',
  ),
});

const customerSatisfaction = createRoute({
  getParentRoute: () => customer,
  path: '/satisfaction',
  component: lazyRouteComponent(() => import('./csat/SatisfactionPage.tsx'), 'SatisfactionPage'),
});

const customerRecords = createRoute({
  getParentRoute: () => customer,
  path: '/records',
  component: lazyRouteComponent(() => import('./records/CompanyRecordsPage.tsx'), 'CompanyRecordsPage'),
});

const customerAssessments = createRoute({
  getParentRoute: () => customer,
  path: '/assessments',
  component: Outlet,
});

const customerAssessmentList = createRoute({
  getParentRoute: () => customerAssessments,
  path: '/',
  validateSearch: rawSearch,
  component: lazyRouteComponent(() => import('./assessments/AssessmentsPage.tsx'), 'AssessmentsPage'),
});

const customerAssessment = createRoute({
  getParentRoute: () => customerAssessments,
  path: '/$assessment',
  component: lazyRouteComponent(() => import('./assessments/taking/AssessmentPage.tsx'), 'AssessmentPage'),
});

const customerGoals = createRoute({
  getParentRoute: () => customer,
  path: '/goals',
  component: lazyRouteComponent(() => import('./goals/GoalsPage.tsx'), 'GoalsPage'),
});

const customerEngagement = createRoute({
  getParentRoute: () => customer,
  path: '/engagement',
  component: lazyRouteComponent(() => import('./engagement/EngagementPage.tsx'), 'EngagementPage'),
});

const customerLifecycle = createRoute({
  getParentRoute: () => customer,
  path: '/lifecycle',
  component: lazyRouteComponent(() => import('./lifecycle/LifecyclePage.tsx'), 'LifecyclePage'),
});

const customerRoadmap = createRoute({
  getParentRoute: () => customer,
  path: '/roadmap',
  validateSearch: rawSearch,
  component: lazyRouteComponent(() => import('./roadmap/RoadmapPage.tsx'), 'RoadmapPage'),
});

/** Outside the frame: it is shown to the client. */
const clientRoadmap = createRoute({
  getParentRoute: () => root,
  path: '/customers/$id/roadmap/client',
  beforeLoad: requireUser,
  component: lazyRouteComponent(() => import('./roadmap/client/ClientPage.tsx'), 'ClientPage'),
  pendingComponent: FramePending,
});

const customerHistory = createRoute({
  getParentRoute: () => customer,
  path: '/history',
  validateSearch: rawSearch,
  component: lazyRouteComponent(() => import('./company-history/HistoryPage.tsx'), 'HistoryPage'),
});

const customerActivity = createRoute({
  getParentRoute: () => customer,
  path: '/activity',
  component: lazyRouteComponent(() => import('./activity/CompanyActivityPage.tsx'), 'CompanyActivityPage'),
});

const stackAlignment = createRoute({
  getParentRoute: () => app,
  path: '/stack-alignment',
  validateSearch: rawSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => loadMatrix(context.queryClient, context.me, deps),
  component: lazyRouteComponent(
    () => import('./alignment-matrix/StackAlignmentPage.tsx'),
    'StackAlignmentPage',
  ),
});

const recommendations = createRoute({
  getParentRoute: () => app,
  path: '/recommendations',
  validateSearch: rawSearch,
  component: lazyRouteComponent(
    () => import('./recommendations/RecommendationsPage.tsx'),
    'RecommendationsPage',
  ),
});

const meetings = createRoute({
  getParentRoute: () => app,
  path: '/meetings',
  validateSearch: rawSearch,
  component: lazyRouteComponent(() => import('./meetings/MeetingsPage.tsx'), 'MeetingsPage'),
});

const meeting = createRoute({
  getParentRoute: () => app,
  path: '/meetings/$id',
  component: lazyRouteComponent(() => import('./meetings/MeetingPage.tsx'), 'MeetingPage'),
});

const lifecycle = createRoute({
  getParentRoute: () => app,
  path: '/lifecycle',
  validateSearch: rawSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => loadBoard(context.queryClient, context.me, deps),
  component: lazyRouteComponent(() => import('./lifecycle/BoardPage.tsx'), 'BoardPage'),
});

const renewals = createRoute({
  getParentRoute: () => app,
  path: '/renewals',
  validateSearch: rawSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => loadRenewals(context.queryClient, context.me, deps),
  component: lazyRouteComponent(() => import('./renewals/RenewalsPage.tsx'), 'RenewalsPage'),
});

const retention = createRoute({
  getParentRoute: () => app,
  path: '/retention',
  validateSearch: rawSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => loadRetention(context.queryClient, context.me, deps),
  component: lazyRouteComponent(() => import('./retention/RetentionPage.tsx'), 'RetentionPage'),
});

const settings = createRoute({
  getParentRoute: () => app,
  path: '/settings',
  component: lazyRouteComponent(() => import('./settings/SettingsFrame.tsx'), 'SettingsFrame'),
});

const settingsHome = createRoute({
  getParentRoute: () => settings,
  path: '/',
  beforeLoad: () => {
    throw redirect(paths.permissions());
  },
});

/** A screen for those who may do something; to anyone else it does not exist. */
const onlyFor =
  (ability: Ability) =>
  ({ context }: { context: { me: { user: { role: Parameters<typeof may>[0] } } } }) => {
    if (!may(context.me.user.role, ability)) throw redirect(paths.home());
  };

const permissions = createRoute({
  getParentRoute: () => settings,
  path: '/permissions',
  beforeLoad: onlyFor('manage_users'),
  component: Outlet,
});

const permissionsHome = createRoute({
  getParentRoute: () => permissions,
  path: '/',
  beforeLoad: () => {
    throw redirect(paths.companyGroups());
  },
});

const companyGroups = createRoute({
  getParentRoute: () => permissions,
  path: '/company-groups',
  component: lazyRouteComponent(() => import('./company-groups/CompanyGroupsPage.tsx'), 'CompanyGroupsPage'),
});

const accountGroups = createRoute({
  getParentRoute: () => permissions,
  path: '/account-groups',
  component: lazyRouteComponent(() => import('./account-groups/AccountGroupsPage.tsx'), 'AccountGroupsPage'),
});

const accountManagers = createRoute({
  getParentRoute: () => permissions,
  path: '/account-managers',
  component: lazyRouteComponent(
    () => import('./account-managers/AccountManagersPage.tsx'),
    'AccountManagersPage',
  ),
});

const users = createRoute({
  getParentRoute: () => permissions,
  path: '/users',
  component: lazyRouteComponent(() => import('./users/UsersPage.tsx'), 'UsersPage'),
});

const securityGroups = createRoute({
  getParentRoute: () => permissions,
  path: '/security-groups',
  component: lazyRouteComponent(
    () => import('./security-groups/SecurityGroupsPage.tsx'),
    'SecurityGroupsPage',
  ),
});

const whoSeesWhat = createRoute({
  getParentRoute: () => permissions,
  path: '/who-sees-what',
  validateSearch: rawSearch,
  component: lazyRouteComponent(() => import('./permissions/WhoSeesWhatPage.tsx'), 'WhoSeesWhatPage'),
});

const stackManager = createRoute({
  getParentRoute: () => settings,
  path: '/stack',
  beforeLoad: onlyFor('change_settings'),
  component: lazyRouteComponent(() => import('./stack-items/StackManagerPage.tsx'), 'StackManagerPage'),
});

const workspaceSettings = createRoute({
  getParentRoute: () => settings,
  path: '/workspace',
  beforeLoad: onlyFor('change_settings'),
  component: lazyRouteComponent(() => import('./workspace-settings/WorkspacePage.tsx'), 'WorkspacePage'),
});

const tags = createRoute({
  getParentRoute: () => settings,
  path: '/tags',
  beforeLoad: onlyFor('change_settings'),
  component: lazyRouteComponent(() => import('./tags/TagsPage.tsx'), 'TagsPage'),
});

const appSettings = createRoute({
  getParentRoute: () => settings,
  path: '/app',
  beforeLoad: onlyFor('change_settings'),
  component: lazyRouteComponent(() => import('./exclusions/AppSettingsPage.tsx'), 'AppSettingsPage'),
});

const healthAdmin = createRoute({
  getParentRoute: () => settings,
  path: '/metrics',
  beforeLoad: onlyFor('change_settings'),
  component: lazyRouteComponent(() => import('./metrics/admin/MetricsAdminPage.tsx'), 'HealthAdminPage'),
});

const effortAdmin = createRoute({
  getParentRoute: () => settings,
  path: '/metrics/effort',
  beforeLoad: onlyFor('change_settings'),
  component: lazyRouteComponent(() => import('./metrics/admin/MetricsAdminPage.tsx'), 'EffortAdminPage'),
});

const assessmentTemplates = createRoute({
  getParentRoute: () => settings,
  path: '/assessment-templates',
  beforeLoad: onlyFor('change_settings'),
  component: Outlet,
});

const assessmentTemplateList = createRoute({
  getParentRoute: () => assessmentTemplates,
  path: '/',
  component: lazyRouteComponent(() => import('./assessments/templates/TemplatesPage.tsx'), 'TemplatesPage'),
});

const assessmentTemplate = createRoute({
  getParentRoute: () => assessmentTemplates,
  path: '/$template',
  component: lazyRouteComponent(() => import('./assessments/templates/TemplatePage.tsx'), 'TemplatePage'),
});

const onboardingTemplate = createRoute({
  getParentRoute: () => settings,
  path: '/onboarding-template',
  beforeLoad: onlyFor('change_settings'),
  component: lazyRouteComponent(
    () => import('./onboarding/template/OnboardingTemplatePage.tsx'),
    'OnboardingTemplatePage',
  ),
});

const productCodes = createRoute({
  getParentRoute: () => settings,
  path: '/stack/product-codes',
  beforeLoad: onlyFor('change_settings'),
  component: lazyRouteComponent(() => import('./stack-items/ProductCodesPage.tsx'), 'ProductCodesPage'),
});

const recordRequirements = createRoute({
  getParentRoute: () => settings,
  path: '/meeting-records',
  beforeLoad: onlyFor('change_settings'),
  component: lazyRouteComponent(() => import('./records/RequirementsPage.tsx'), 'RequirementsPage'),
});

const surveys = createRoute({
  getParentRoute: () => settings,
  path: '/surveys',
  beforeLoad: onlyFor('change_settings'),
  component: lazyRouteComponent(() => import('./csat/tools/SurveysPage.tsx'), 'SurveysPage'),
});

const surveyTool = createRoute({
  getParentRoute: () => settings,
  path: '/surveys/$tool',
  beforeLoad: onlyFor('change_settings'),
  component: lazyRouteComponent(() => import('./csat/tools/ToolPage.tsx'), 'ToolPage'),
});

const connections = createRoute({
  getParentRoute: () => settings,
  path: '/connections',
  beforeLoad: onlyFor('change_settings'),
  component: lazyRouteComponent(() => import('./connections/ConnectionsPage.tsx'), 'ConnectionsPage'),
});

const connection = createRoute({
  getParentRoute: () => settings,
  path: '/connections/$connection',
  beforeLoad: onlyFor('change_settings'),
  component: lazyRouteComponent(() => import('./connections/ConnectionPage.tsx'), 'ConnectionPage'),
});

const spreadsheets = createRoute({
  getParentRoute: () => settings,
  path: '/spreadsheets',
  beforeLoad: onlyFor('import_bundle'),
  component: lazyRouteComponent(() => import('./spreadsheets/SpreadsheetsPage.tsx'), 'SpreadsheetsPage'),
});

const importExport = createRoute({
  getParentRoute: () => settings,
  path: '/import-export',
  beforeLoad: onlyFor('import_bundle'),
  component: lazyRouteComponent(() => import('./bundle/ImportExportPage.tsx'), 'ImportExportPage'),
});

const jobs = createRoute({
  getParentRoute: () => settings,
  path: '/jobs',
  beforeLoad: onlyFor('manage_jobs'),
  component: lazyRouteComponent(() => import('./jobs/JobsPage.tsx'), 'JobsPage'),
});

const activity = createRoute({
  getParentRoute: () => settings,
  path: '/activity',
  validateSearch: rawSearch,
  beforeLoad: onlyFor('read_activity'),
  component: lazyRouteComponent(() => import('./activity/ActivityPage.tsx'), 'ActivityPage'),
});

const account = createRoute({
  getParentRoute: () => app,
  path: '/account',
  component: lazyRouteComponent(() => import('./me/AccountPage.tsx'), 'AccountPage'),
});

const routeTree = root.addChildren([
  setup,
  clientRoadmap,
  signIn,
  invitation,
  app.addChildren([
    home,
    dashboard,
    customers,
    customer.addChildren([
      customerProfile,
      customerHealth,
      customerEffort,
      customerAlignment,
      customerContracts,
      customerRecommendations,
      customerSatisfaction,
      customerRecords,
      customerGoals,
      customerEngagement,
      customerAssessments.addChildren([customerAssessmentList, customerAssessment]),
      customerLifecycle,
      customerRoadmap,
      customerHistory,
      customerActivity,
    ]),
    stackAlignment,
    recommendations,
    meetings,
    meeting,
    lifecycle,
    renewals,
    retention,
    settings.addChildren([
      settingsHome,
      permissions.addChildren([
        permissionsHome,
        companyGroups,
        accountGroups,
        accountManagers,
        users,
        securityGroups,
        whoSeesWhat,
      ]),
      stackManager,
      productCodes,
      onboardingTemplate,
      assessmentTemplates.addChildren([assessmentTemplateList, assessmentTemplate]),
      workspaceSettings,
      tags,
      appSettings,
      healthAdmin,
      effortAdmin,
      recordRequirements,
      surveys,
      surveyTool,
      connections,
      connection,
      spreadsheets,
      importExport,
      jobs,
      activity,
    ]),
    account,
  ]),
]);

/** The router over every URL of the screens. */
export function createAppRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: 'intent',
    // The query cache decides what is fresh.
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 400,
    scrollRestoration: true,
    parseSearch,
    stringifySearch: (search) => {
      const text = searchText(search);
      return text ? `?${text}` : '';
    },
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
