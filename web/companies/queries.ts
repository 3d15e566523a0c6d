import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type CompanySort, getCompany, listCompanies } from '../../contract/companies.ts';
import { getCompanyExplanation } from '../../contract/explanation.ts';
import { call } from '../api/call.ts';

export const companyQuery = (id: string) =>
  queryOptions({
    queryKey: ['companies', 'one', id],
    queryFn: ({ signal }) => call(getCompany, { params: { id } }, signal),
  });

export interface CustomerList {
  readonly search: string;
  readonly sort: CompanySort;
  readonly order: 'asc' | 'desc';
}

/** The visible companies, page by page. */
export const customersQuery = ({ search, sort, order }: CustomerList) =>
  infiniteQueryOptions({
    queryKey: ['companies', 'list', search, sort, order],
    queryFn: ({ pageParam, signal }) =>
      call(
        listCompanies,
        {
          query: {
            sort,
            order,
            limit: 200,
            ...(search ? { search } : {}),
            ...(pageParam ? { cursor: pageParam } : {}),
          },
        },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });

/** The few best matches for what is being typed. */
export const companySearchQuery = (search: string) =>
  queryOptions({
    queryKey: ['companies', 'search', search],
    queryFn: ({ signal }) =>
      call(listCompanies, { query: { limit: 20, ...(search ? { search } : {}) } }, signal),
    placeholderData: keepPreviousData,
  });

/** How every figure of a company came about. */
export const explanationQuery = (id: string) =>
  queryOptions({
    queryKey: ['companies', 'explanation', id],
    queryFn: ({ signal }) => call(getCompanyExplanation, { params: { id } }, signal),
  });
