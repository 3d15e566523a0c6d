import { queryOptions } from '@tanstack/react-query';
import { getCompanyCsat, listSurveys } from '../../contract/csat.ts';
import { getSurveyMailText } from '../../contract/survey-mails.ts';
import { call } from '../api/call.ts';

export const csatQuery = (company: string) =>
  queryOptions({
    queryKey: ['companies', 'csat', company],
    queryFn: ({ signal }) => call(getCompanyCsat, { params: { id: company } }, signal),
  });

export const surveysQuery = (company: string) =>
  queryOptions({
    queryKey: ['companies', 'surveys', company],
    queryFn: async ({ signal }) => (await call(listSurveys, { params: { id: company } }, signal)).items,
  });

export const mailTextQuery = queryOptions({
  queryKey: ['survey-mail-text'],
  queryFn: ({ signal }) => call(getSurveyMailText, {}, signal),
});
