import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { listCompanyRenewals } from '../../contract/renewals.ts';
import { call } from '../api/call.ts';
import type { Horizon } from './horizon.ts';

/** A company's contracts that end within so many days. */
export const companyRenewalsQuery = (company: string, within: Horizon) =>
  queryOptions({
    queryKey: ['renewals', 'company', company, within],
    queryFn: ({ signal }) =>
      call(listCompanyRenewals, { params: { id: company }, query: { within } }, signal),
    placeholderData: keepPreviousData,
  });
