import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { getCompanyHistory } from '../../contract/company-history.ts';
import type { Day } from '../../domain/portfolio/values.ts';
import { call } from '../api/call.ts';

/** A company's days on record from one to another, with what changed and why. */
export const companyHistoryQuery = (company: string, from: Day, to: Day) =>
  queryOptions({
    queryKey: ['company-history', company, from, to],
    queryFn: ({ signal }) =>
      call(getCompanyHistory, { params: { id: company }, query: { from, to } }, signal),
    placeholderData: keepPreviousData,
  });
