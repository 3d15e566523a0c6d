import { deleteRecommendation, type Recommendation } from '../../contract/recommendations.ts';
import { call } from '../api/call.ts';
import { DeleteModal } from '../editing/DeleteModal.tsx';
import { useRecommendationsChanged } from './use-recommendations-changed.ts';

interface DeleteRecommendationProps {
  readonly recommendation: Recommendation;
  readonly onClose: () => void;
}

/** Asks before a recommendation is deleted. */
export function DeleteRecommendation({ recommendation, onClose }: DeleteRecommendationProps) {
  const changed = useRecommendationsChanged();
  return (
    <DeleteModal
      title="Delete this recommendation?"
      etag={recommendation.etag}
      onDelete={(ifMatch) => call(deleteRecommendation, { params: { id: recommendation.id }, ifMatch })}
      changed={changed}
      onClose={onClose}
    >
      “{recommendation.title}” goes away with its lines, and out of the meetings that spoke of it. One that
      the client does not want is better declined: then what was recommended stays on record.
    </DeleteModal>
  );
}
