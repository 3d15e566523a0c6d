import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { AlignmentSaved } from '../../contract/alignment.ts';
import type { AlignmentMatrix } from '../../contract/alignment-matrix.ts';
import { useCompanyChanged } from '../companies/use-company-changed.ts';
import { patchedMatrix } from './patched-matrix.ts';
import { type Asked, MATRICES } from './queries.ts';

/** Puts what the server answered to a cell's change into every matrix at once, and asks anew for all that rests on it. */
export function useCellSaved() {
  const queryClient = useQueryClient();
  const companyChanged = useCompanyChanged();
  return useCallback(
    async (company: string, saved: AlignmentSaved): Promise<void> => {
      // an older look that is still on the way would undo the patch
      await queryClient.cancelQueries({ queryKey: MATRICES });
      for (const [key, matrix] of queryClient.getQueriesData<AlignmentMatrix>({ queryKey: MATRICES })) {
        if (matrix) queryClient.setQueryData(key, patchedMatrix(matrix, key[2] as Asked, company, saved));
      }
      void queryClient.invalidateQueries({ queryKey: ['alignment'] });
      void companyChanged();
    },
    [queryClient, companyChanged],
  );
}
