import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { listCadences, listCompanyCadences } from '../../contract/cadences.ts';
import type { QueryOf } from '../../contract/endpoint.ts';
import { call } from '../api/call.ts';

export const companyCadencesQuery = (company: string) =>
  queryOptions({
    queryKey: ['cadences', 'company', company],
    queryFn: async ({ signal }) =>
      (await call(listCompanyCadences, { params: { id: company } }, signal)).items,
  });

export const cadencesQuery = (query: QueryOf<typeof listCadences>) =>
  queryOptions({
    queryKey: ['cadences', 'list', query],
    queryFn: async ({ signal }) => (await call(listCadences, { query }, signal)).items,
    placeholderData: keepPreviousData,
  });
