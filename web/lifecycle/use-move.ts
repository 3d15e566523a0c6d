import { useMutation } from '@tanstack/react-query';
import { moveStage, type StageMove } from '../../contract/lifecycle.ts';
import { call } from '../api/call.ts';
import { useCompanyChanged } from '../companies/use-company-changed.ts';

interface Move {
  readonly change: StageMove;
  /** Of the lifecycle that the move rests on; undefined: whatever it is. */
  readonly etag: string | undefined;
}

/** Moves a company to another stage; whatever comes of it, all that may rest on its stage is asked for anew. */
export function useMove(company: string) {
  const companyChanged = useCompanyChanged();
  return useMutation({
    mutationFn: ({ change, etag }: Move) =>
      call(moveStage, {
        params: { id: company },
        body: change,
        ...(etag === undefined ? {} : { ifMatch: etag }),
      }),
    onSettled: companyChanged,
  });
}
