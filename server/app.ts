import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance, type FastifyServerOptions, LogController } from 'fastify';
import { serializerCompiler } from 'fastify-type-provider-zod';
import { addAccountGroupRoutes } from './account-groups/routes.ts';
import { addAccountManagerRoutes } from './account-managers/routes.ts';
import { addActionItemRoutes } from './action-items/routes.ts';
import { addActivityRoutes } from './activity/routes.ts';
import { addAlignmentRoutes } from './alignment/routes.ts';
import { addApiKeyRoutes } from './api-keys/routes.ts';
import { addAssessmentRoutes } from './assessments/routes.ts';
import { addBundleRoutes } from './bundle-transfer/routes.ts';
import { addCadenceRoutes } from './cadences/routes.ts';
import { addCalendarFeedRoutes } from './calendar-feed/routes.ts';
import { addCompanyProfileRoutes } from './companies/profile-routes.ts';
import { addCompanyRoutes } from './companies/routes.ts';
import { addCompanyGroupRoutes } from './company-groups/routes.ts';
import { addConnectionHook } from './connections/hook-route.ts';
import { addConnectionRoutes } from './connections/routes.ts';
import { addContactRoutes } from './contacts/routes.ts';
import type { ServerContext } from './context.ts';
import { addContractRoutes } from './contracts/routes.ts';
import { addSurveyMailRoutes } from './csat/mail-routes.ts';
import { addSurveyPages } from './csat/public-routes.ts';
import { addCsatRoutes } from './csat/routes.ts';
import { addSurveyHook } from './csat/tools/hook-route.ts';
import { addSurveyToolRoutes } from './csat/tools/routes.ts';
import { addDashboardRoutes } from './dashboard/routes.ts';
import { addEscalationRoutes } from './escalations/routes.ts';
import { addExclusionRoutes } from './exclusions/routes.ts';
import { addGoalRoutes } from './goals/routes.ts';
import { addInvitationRoutes } from './invitations/routes.ts';
import { addJobRoutes } from './jobs/routes.ts';
import { addLifecycleRoutes } from './lifecycle/routes.ts';
import { addMeRoutes } from './me/routes.ts';
import { addMeetingRoutes } from './meetings/routes.ts';
import { addMetricDefinitionRoutes } from './metrics/definition-routes.ts';
import { addMetricRoutes } from './metrics/routes.ts';
import { addOnboardingRoutes } from './onboarding/routes.ts';
import { addPermissionRoutes } from './permissions/routes.ts';
import { addApiDocs } from './platform/http/api-docs.ts';
import { answerError } from './platform/http/errors.ts';
import { acceptJsonOnly } from './platform/http/json-body.ts';
import { refuseOverload } from './platform/http/overload.ts';
import { Refusal } from './platform/http/refusal.ts';
import { validate } from './platform/http/validation.ts';
import { serveWebFiles } from './platform/http/web-files.ts';
import { addRoadmapRoutes } from './recommendations/roadmap-routes.ts';
import { addRecommendationRoutes } from './recommendations/routes.ts';
import { addRecordRoutes } from './records/routes.ts';
import { addRenewalRoutes } from './renewals/routes.ts';
import { addRetentionRoutes } from './retention/routes.ts';
import { addSavedViewRoutes } from './saved-views/routes.ts';
import { addSecurityGroupRoutes } from './security-groups/routes.ts';
import { addServiceRoutes } from './service/routes.ts';
import { addSetupRoutes } from './setup/routes.ts';
import { addSignInRoutes } from './sign-in/routes.ts';
import { addSnapshotRoutes } from './snapshots/routes.ts';
import { addSpreadsheetRoutes } from './spreadsheets/routes.ts';
import { addStackCsvRoutes } from './stack-items/csv-routes.ts';
import { addStackMergeRoutes } from './stack-items/merge-routes.ts';
import { addStackItemRoutes } from './stack-items/routes.ts';
import { addCompanyPsaRoute } from './sync/company-psa-route.ts';
import { addPreviewRoutes } from './sync/preview-routes.ts';
import { addSyncRoutes } from './sync/routes.ts';
import { addTagRoutes } from './tags/routes.ts';
import { addColleagueRoutes } from './users/colleague-routes.ts';
import { addUserRoutes } from './users/routes.ts';
import { addUserSessionRoutes } from './users/session-routes.ts';
import { addViewAsRoutes } from './view-as/routes.ts';
import { addWhatIfRoutes } from './what-if/routes.ts';
import { addWorkQueueRoutes } from './work-queue/routes.ts';
import { addWorkspaceSettingsRoutes } from './workspace-settings/routes.ts';

export interface AppOptions {
  /** Where the built screens are. */
  readonly webFolder: string;
  readonly logger: NonNullable<FastifyServerOptions['logger']>;
}

/** The HTTP server: one line per slice. It does not listen yet; closing it leaves the context's database open. */
export async function buildApp(context: ServerContext, options: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger: options.logger,
    logController: new LogController({ disableRequestLogging: true }),
    // a proxy on this machine says who the client is; nobody else is believed
    trustProxy: 'loopback',
    bodyLimit: 256 * 1024,
    requestTimeout: 600_000,
    exposeHeadRoutes: false,
    // while it stops, whoever is still connected is served
    return503OnClosing: false,
    // what is refused before any route is found is answered like everything else
    frameworkErrors: answerError,
    routerOptions: { maxParamLength: 16_000, ignoreTrailingSlash: false },
  });
  app.setValidatorCompiler(validate as never);
  app.setSerializerCompiler(serializerCompiler as never);
  app.setErrorHandler(answerError);
  acceptJsonOnly(app);
  refuseOverload(app);
  app.decorateRequest('identity', null);
  await app.register(helmet, helmetOptions(context.url));
  await app.register(compress, {
    threshold: 1024,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });
  await app.register(rateLimit, {
    global: false,
    errorResponseBuilder: (_request, { ttl }) =>
      new Refusal('too_many_requests', 'Too many requests. Try again later.', {
        retryAfter: Math.ceil(ttl / 1000),
      }),
  });
  await addApiDocs(app, { version: context.version, cookie: context.signIn.cookie.name });

  addServiceRoutes(app, context);
  addSetupRoutes(app, context);
  addSignInRoutes(app, context);
  addInvitationRoutes(app, context);
  addMeRoutes(app, context);
  addUserRoutes(app, context);
  addUserSessionRoutes(app, context);
  addColleagueRoutes(app, context);
  addSecurityGroupRoutes(app, context);
  addAccountGroupRoutes(app, context);
  addAccountManagerRoutes(app, context);
  addCompanyGroupRoutes(app, context);
  addPermissionRoutes(app, context);
  addViewAsRoutes(app, context);
  addApiKeyRoutes(app, context);
  addCompanyRoutes(app, context);
  addCompanyProfileRoutes(app, context);
  addContactRoutes(app, context);
  addCompanyPsaRoute(app, context);
  addContractRoutes(app, context);
  await addRecordRoutes(app, context);
  addCsatRoutes(app, context);
  addSurveyMailRoutes(app, context);
  addSurveyToolRoutes(app, context);
  await addSurveyPages(app, context);
  await addSurveyHook(app, context);
  addLifecycleRoutes(app, context);
  addOnboardingRoutes(app, context);
  addRenewalRoutes(app, context);
  addRetentionRoutes(app, context);
  addSnapshotRoutes(app, context);
  addMeetingRoutes(app, context);
  addActionItemRoutes(app, context);
  addCadenceRoutes(app, context);
  addEscalationRoutes(app, context);
  addGoalRoutes(app, context);
  addSpreadsheetRoutes(app, context);
  addConnectionRoutes(app, context);
  addSyncRoutes(app, context);
  addPreviewRoutes(app, context);
  await addConnectionHook(app, context);
  addCalendarFeedRoutes(app, context);
  addActivityRoutes(app, context);
  addMetricRoutes(app, context);
  addMetricDefinitionRoutes(app, context);
  addAlignmentRoutes(app, context);
  addRecommendationRoutes(app, context);
  addRoadmapRoutes(app, context);
  addStackItemRoutes(app, context);
  addStackCsvRoutes(app, context);
  addStackMergeRoutes(app, context);
  addExclusionRoutes(app, context);
  addWhatIfRoutes(app, context);
  addWorkQueueRoutes(app, context);
  addWorkspaceSettingsRoutes(app, context);
  addTagRoutes(app, context);
  addDashboardRoutes(app, context);
  addSavedViewRoutes(app, context);
  addAssessmentRoutes(app, context);
  addBundleRoutes(app, context);
  addJobRoutes(app, context);

  await serveWebFiles(app, options.webFolder);
  return app;
}

/** Styles stand inline, as the screens' components set them; nothing else but our own files is loaded. */
function helmetOptions(url: string | null) {
  const https = url?.startsWith('https://') ?? false;
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        workerSrc: ["'self'", 'blob:'],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: https ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'same-origin' as const },
    crossOriginEmbedderPolicy: false,
  };
}
