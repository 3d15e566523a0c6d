import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useCompanyChanged } from '../companies/use-company-changed.ts';

const OTHERS = ['recommendations', 'alignment', 'meetings'];

/** Everything that can rest on recommendations is asked for anew: lists, sums, roadmaps, cells, meetings, opportunities. */
export function useRecommendationsChanged(): () => Promise<void> {
  const queryClient = useQueryClient();
  const companyChanged = useCompanyChanged();
  return useCallback(async () => {
    await Promise.all([
      companyChanged(),
      ...OTHERS.map((first) => queryClient.invalidateQueries({ queryKey: [first] })),
    ]);
  }, [queryClient, companyChanged]);
}
