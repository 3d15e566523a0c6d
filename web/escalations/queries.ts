import { queryOptions } from '@tanstack/react-query';
import { listEscalations } from '../../contract/escalations.ts';
import { call } from '../api/call.ts';

/** A company's escalations, open ones first. */
export const escalationsQuery = (company: string) =>
  queryOptions({
    queryKey: ['escalations', company],
    queryFn: async ({ signal }) => (await call(listEscalations, { query: { company } }, signal)).items,
  });
