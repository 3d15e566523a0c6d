import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type AlignmentSaved, linkRecommendation, unlinkRecommendation } from '../../contract/alignment.ts';
import type { NewLink } from '../../contract/recommendations.ts';
import { call } from '../api/call.ts';
import { useCompanyChanged } from '../companies/use-company-changed.ts';
import { putSaved } from './grid-cache.ts';
import { recommendationsQuery } from './queries.ts';

/** Links recommendations to a row of a company's grid and unlinks them; the row's opportunity and the totals follow. */
export function useLinks(company: string, stackItem: string) {
  const queryClient = useQueryClient();
  const companyChanged = useCompanyChanged();
  const params = { id: company, stackItem };
  const onSuccess = async (saved: AlignmentSaved) => {
    await putSaved(queryClient, company, saved);
    void companyChanged();
    void queryClient.invalidateQueries({ queryKey: recommendationsQuery(company).queryKey });
    void queryClient.invalidateQueries({ queryKey: ['alignment', 'matrix'] });
  };
  return {
    link: useMutation({
      mutationFn: (body: NewLink) => call(linkRecommendation, { params, body }),
      onSuccess,
    }),
    unlink: useMutation({
      mutationFn: (recommendation: string) =>
        call(unlinkRecommendation, { params: { ...params, recommendation } }),
      onSuccess,
    }),
  };
}
