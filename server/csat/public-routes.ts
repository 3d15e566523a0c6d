import type { FastifyInstance, FastifyReply } from 'fastify';
import { CSAT_RATINGS, type CsatRating } from '../../domain/csat/satisfaction.ts';
import type { ServerContext } from '../context.ts';
import { answerSurvey, type OpenSurvey, openSurvey } from './answer-survey.ts';
import { gonePage, LONGEST_COMMENT, questionPage, SURVEY_POLICY, thanksPage } from './survey-page.ts';
import { surveyOfToken } from './survey-token.ts';

/** From one address: so many pages and answers a minute. */
const limit = { rateLimit: { max: 30, timeWindow: '1 minute' } };

interface Asked {
  readonly Params: { readonly token: string };
  readonly Querystring: { readonly answer?: unknown };
  readonly Body: URLSearchParams | undefined;
}

/**
 * The pages that a client answers on. Having the link is the right to answer, so nobody signs in and no cookie is read. Looking
 * at a page records nothing: mail scanners open every link. The answer is the form that somebody sends.
 */
export async function addSurveyPages(app: FastifyInstance, context: ServerContext): Promise<void> {
  const { database, surveyKey, now } = context;
  const found = async (token: string): Promise<OpenSurvey | null> => {
    const id = surveyOfToken(surveyKey, token);
    return id === null ? null : openSurvey(database, id);
  };
  await app.register(async (pages) => {
    pages.removeAllContentTypeParsers();
    pages.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 64 * 1024 },
      (_request, body, done) => done(null, new URLSearchParams(String(body))),
    );

    pages.get<Asked>('/survey/:token', { config: limit }, async (request, reply) => {
      const survey = await found(request.params.token);
      if (survey === null) return send(reply, 404, gonePage());
      if (survey.answeredAt !== null) return send(reply, 200, thanksPage(survey, now()));
      if (survey.expiresAt <= now()) return send(reply, 404, gonePage());
      return send(reply, 200, questionPage(survey, ratingOf(request.query.answer), null));
    });

    pages.post<Asked>('/survey/:token', { config: limit }, async (request, reply) => {
      const survey = await found(request.params.token);
      if (survey === null || survey.expiresAt <= now()) return send(reply, 404, gonePage());
      const rating = ratingOf(request.body?.get('answer'));
      const comment = commentOf(request.body?.get('comment') ?? '');
      if (survey.answeredAt === null && rating === null)
        return send(reply, 400, questionPage(survey, null, 'Choose one of the three faces.'));
      await answerSurvey(database, survey, { rating, comment }, now());
      return plain(reply).redirect(`/survey/${encodeURIComponent(request.params.token)}`, 303);
    });
  });
}

function ratingOf(text: unknown): CsatRating | null {
  return CSAT_RATINGS.find((rating) => rating === text) ?? null;
}

/** As it can be stored; null: nothing was said. */
function commentOf(text: string): string | null {
  const clean = text.replaceAll('\0', '').replaceAll('\r\n', '\n').trim().slice(0, LONGEST_COMMENT);
  return clean === '' ? null : Buffer.from(clean, 'utf8').toString('utf8');
}

function send(reply: FastifyReply, status: number, page: string): FastifyReply {
  return plain(reply).code(status).type('text/html; charset=utf-8').send(page);
}

/** The link is a secret: no other site is told of it, and nothing keeps the page. */
function plain(reply: FastifyReply): FastifyReply {
  return reply
    .header('content-security-policy', SURVEY_POLICY)
    .header('referrer-policy', 'no-referrer')
    .header('x-robots-tag', 'noindex, nofollow')
    .header('cache-control', 'no-store');
}
