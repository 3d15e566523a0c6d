import { useMutation } from '@tanstack/react-query';
import { deleteRecommendation, type Recommendation } from '../../contract/recommendations.ts';
import { call } from '../api/call.ts';
import { ConfirmModal } from '../ui/ConfirmModal.tsx';
import { useRecommendationsChanged } from './use-recommendations-changed.ts';

interface DeleteRecommendationProps {
  readonly recommendation: Recommendation;
  readonly onClose: () => void;
}

/** Asks before a recommendation is deleted. */
export function DeleteRecommendation({ recommendation, onClose }: DeleteRecommendationProps) {
  const changed = useRecommendationsChanged();
  const remove = useMutation({
    mutationFn: () =>
      call(deleteRecommendation, { params: { id: recommendation.id }, ifMatch: recommendation.etag }),
    onSuccess: async () => {
      onClose();
      await changed();
    },
  });
  return (
    <ConfirmModal
      title="Delete this recommendation?"
      action="Delete"
      danger
      pending={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      “{recommendation.title}” goes away with its lines, and out of the meetings that spoke of it. One that
      the client does not want is better declined: then what was recommended stays on record.
    </ConfirmModal>
  );
}
