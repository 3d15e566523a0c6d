import { queryOptions } from '@tanstack/react-query';
import { getOnboarding } from '../../contract/onboarding.ts';
import { getOnboardingTemplate } from '../../contract/onboarding-template.ts';
import { call } from '../api/call.ts';

/** The tasks of a company's onboarding, and how far it is. */
export const onboardingQuery = (company: string) =>
  queryOptions({
    queryKey: ['companies', 'onboarding', company],
    queryFn: ({ signal }) => call(getOnboarding, { params: { id: company } }, signal),
  });

/** The tasks that every onboarding begins with. */
export const onboardingTemplateQuery = queryOptions({
  queryKey: ['onboarding template'],
  queryFn: ({ signal }) => call(getOnboardingTemplate, {}, signal),
});
