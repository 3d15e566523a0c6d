import type { FastifyInstance } from 'fastify';
import * as contract from '../../contract/survey-mails.ts';
import { change } from '../access/change.ts';
import { placeOfRow } from '../access/place-of-row.ts';
import { viewerRoute } from '../access/routes.ts';
import type { ServerContext } from '../context.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { planMail, sendPlanned } from './mail-survey.ts';
import { surveyLink } from './survey-link.ts';
import { readMailText, type StoredMailText, updateMailText } from './survey-mail-text.ts';

export function addSurveyMailRoutes(app: FastifyInstance, context: ServerContext): void {
  const { database, mail, now } = context;
  const presented = (text: StoredMailText) => ({ ...text, canSend: mail !== null });

  viewerRoute(app, context, contract.getSurveyMailText, 'edit_companies', async ({ viewer, reply }) => {
    const scope = { workspace: viewer.workspace, companies: [] };
    const text = await inWorkspace(database, scope, readMailText);
    void reply.header('etag', text.etag);
    return presented(text);
  });

  viewerRoute(app, context, contract.updateSurveyMailText, 'change_settings', async (call) => {
    const { viewer, body, request, reply } = call;
    const text = await change(context, call, 'all', (tx) =>
      updateMailText(tx, viewer, body.wording, request.headers['if-match']),
    );
    void reply.header('etag', text.etag);
    return presented(text);
  });

  viewerRoute(app, context, contract.mailSurvey, 'edit_companies', async (call) => {
    const { viewer, params, request } = call;
    const survey = await placeOfRow(database, viewer, 'csat_surveys', params.id);
    if (!mail) throw new Refusal('unprocessable', 'No mail server is set. Copy the link instead.');
    const planned = await change(context, call, [survey.company], (tx) =>
      planMail(tx, viewer, survey, now()),
    );
    const link = surveyLink(context, request, survey.id);
    await sendPlanned({ database, mail, link, now }, viewer, survey, planned);
    return { sentTo: planned.sentTo };
  });
}
