import { queryOptions } from '@tanstack/react-query';
import { getCompanyChoices } from '../../contract/company-choices.ts';
import { getCompanyProfile } from '../../contract/company-profile.ts';
import { getCompanyPsa } from '../../contract/company-psa.ts';
import { call } from '../api/call.ts';

export const profileQuery = (id: string) =>
  queryOptions({
    queryKey: ['companies', 'profile', id],
    queryFn: ({ signal }) => call(getCompanyProfile, { params: { id } }, signal),
  });

/** What connected systems hold of a company besides. */
export const psaQuery = (id: string) =>
  queryOptions({
    queryKey: ['companies', 'psa', id],
    queryFn: ({ signal }) => call(getCompanyPsa, { params: { id } }, signal),
  });

/** What the fields of a profile can be set to, and whether a company can be added; for those who may change companies. */
export const companyChoicesQuery = queryOptions({
  queryKey: ['companies', 'choices'],
  queryFn: ({ signal }) => call(getCompanyChoices, {}, signal),
});
