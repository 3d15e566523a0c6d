import { COMPANY_SORTS } from '../../contract/companies.ts';
import type { RawSearch } from '../ui/search-text.ts';
import type { CustomerList } from './queries.ts';

/** Reads how the list is searched and sorted out of the address; what means nothing is as usual. */
export function readList(search: RawSearch): CustomerList {
  const sort = COMPANY_SORTS.find((name) => name === search.sort?.[0]) ?? 'name';
  return {
    search: (search.search?.[0] ?? '').trim().slice(0, 200),
    sort,
    order: search.order?.[0] === 'desc' ? 'desc' : 'asc',
  };
}

export function listSearch({ search, sort, order }: CustomerList): RawSearch {
  return {
    ...(search ? { search: [search] } : {}),
    ...(sort === 'name' ? {} : { sort: [sort] }),
    ...(order === 'asc' ? {} : { order: [order] }),
  };
}
