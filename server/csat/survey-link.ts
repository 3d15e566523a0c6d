import type { FastifyRequest } from 'fastify';
import type { ServerContext } from '../context.ts';
import { surveyToken } from './survey-token.ts';

/** The address of a survey’s page, under the public address, else the one that the request came to. */
export function surveyLink(
  { url, surveyKey }: Pick<ServerContext, 'url' | 'surveyKey'>,
  { protocol, host }: Pick<FastifyRequest, 'protocol' | 'host'>,
  id: string,
): string {
  return new URL(`/survey/${surveyToken(surveyKey, id)}`, url ?? `${protocol}://${host}`).href;
}
