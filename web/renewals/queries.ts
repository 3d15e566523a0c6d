import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import type { Me } from '../../contract/me.ts';
import { getRenewalsCsv, listCompanyRenewals, listRenewals } from '../../contract/renewals.ts';
import { call, urlOf } from '../api/call.ts';
import { type Filters, filterQuery } from '../dashboard/filters.ts';
import { choicesQuery, namesNoFilter } from '../dashboard/queries.ts';
import type { RawSearch } from '../ui/search-text.ts';
import type { Horizon } from './horizon.ts';
import { readRenewalsView } from './renewals-view.ts';

/** What the server is asked: the order is the screen's own. */
type Asked = Filters & { readonly within: Horizon };

/** The renewals of the companies that the filters leave; what was shown before stays until the new ones are there. */
export const renewalsQuery = (asked: Asked) => {
  const query = apiQuery(asked);
  return queryOptions({
    queryKey: ['renewals', 'portfolio', query],
    queryFn: ({ signal }) => call(listRenewals, { query }, signal),
    placeholderData: keepPreviousData,
  });
};

/** Where the same renewals can be downloaded as CSV. */
export const renewalsCsvUrl = (asked: Asked): string => urlOf(getRenewalsCsv, {}, apiQuery(asked));

function apiQuery(asked: Asked) {
  const { stackItem: _, ...filters } = filterQuery(asked);
  return { ...filters, within: asked.within };
}

/** A company's contracts that end within so many days. */
export const companyRenewalsQuery = (company: string, within: Horizon) =>
  queryOptions({
    queryKey: ['renewals', 'company', company, within],
    queryFn: ({ signal }) =>
      call(listCompanyRenewals, { params: { id: company }, query: { within } }, signal),
    placeholderData: keepPreviousData,
  });

/** Asks for everything that the page will need, while its code is still on the way. */
export function loadRenewals(queryClient: QueryClient, me: Me, search: RawSearch): void {
  if (me.companies === 0) return;
  void queryClient.prefetchQuery(choicesQuery);
  if (namesNoFilter(search))
    void queryClient.prefetchQuery(renewalsQuery(readRenewalsView(search, null).view));
}
