import { queryOptions } from '@tanstack/react-query';
import { listActionItems } from '../../contract/action-items.ts';
import { call } from '../api/call.ts';

/** What was promised at a company's meetings and is not done, the earliest due first. */
export const openActionItemsQuery = (company: string) =>
  queryOptions({
    queryKey: ['action-items', company],
    queryFn: async ({ signal }) =>
      (await call(listActionItems, { query: { company, limit: 500 } }, signal)).items,
  });
