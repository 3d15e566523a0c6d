import { useMutation, useQueryClient } from '@tanstack/react-query';
import {
  type Assessment,
  type AssessmentSummary,
  deleteAssessment,
  finishAssessment,
  reopenAssessment,
  updateAssessment,
} from '../../contract/assessments.ts';
import { call } from '../api/call.ts';
import { assessmentQuery } from './queries.ts';

/** What can be done to an assessment as a whole. Its score is in the company's figures, so they are asked for anew. */
export function useAssessmentChanges({ id, etag }: Pick<AssessmentSummary, 'id' | 'etag'>) {
  const queryClient = useQueryClient();
  const { queryKey } = assessmentQuery(id);
  const params = { id };
  const figures = () => queryClient.invalidateQueries({ predicate: ({ queryKey: key }) => key[0] !== 'me' });
  const changed = (assessment: Assessment) => {
    queryClient.setQueryData(queryKey, assessment);
    void figures();
  };
  return {
    finish: useMutation({
      mutationFn: async () => {
        await queryClient.cancelQueries({ queryKey });
        return call(finishAssessment, { params });
      },
      onSuccess: changed,
    }),
    reopen: useMutation({ mutationFn: () => call(reopenAssessment, { params }), onSuccess: changed }),
    date: useMutation({
      mutationFn: (takenOn: string) => call(updateAssessment, { params, body: { takenOn }, ifMatch: etag }),
      onSuccess: changed,
      onError: figures,
    }),
    remove: useMutation({
      mutationFn: () => call(deleteAssessment, { params, ifMatch: etag }),
      onSuccess: figures,
    }),
  };
}
