import { queryOptions } from '@tanstack/react-query';
import { listContracts } from '../../contract/contracts.ts';
import type { ResponseOf } from '../../contract/endpoint.ts';
import { call } from '../api/call.ts';

export type CompanyContracts = ResponseOf<typeof listContracts>;

/** How often a page that stands open looks for what others have changed. */
const LOOK_AGAIN = 15_000;

/** A company's contracts with their lines, and what they come to. */
export const contractsQuery = (company: string) =>
  queryOptions({
    queryKey: ['companies', 'contracts', company],
    queryFn: ({ signal }) => call(listContracts, { params: { id: company } }, signal),
    refetchInterval: LOOK_AGAIN,
  });
