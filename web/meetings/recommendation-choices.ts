import { queryOptions } from '@tanstack/react-query';
import { listCompanyRecommendations } from '../../contract/recommendations.ts';
import { call } from '../api/call.ts';

/** A company's recommendations, open ones first, to be spoken about. */
export const companyRecommendationsQuery = (company: string) =>
  queryOptions({
    queryKey: ['companies', 'recommendation-choices', company],
    queryFn: async ({ signal }) =>
      (await call(listCompanyRecommendations, { params: { id: company } }, signal)).items.map(
        ({ id, title, state }) => ({
          id,
          title,
          state,
        }),
      ),
  });
