import { Modal, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Recommendation } from '../../contract/recommendations.ts';
import { isRefusal } from '../api/query-client.ts';
import { useMay } from '../me/queries.ts';
import { LoadFailed } from '../ui/Notes.tsx';
import { CompleteModal } from './CompleteModal.tsx';
import { DeleteRecommendation } from './DeleteRecommendation.tsx';
import { recommendationQuery } from './queries.ts';
import { RecommendationModal } from './RecommendationModal.tsx';
import { RecommendationReading } from './RecommendationReading.tsx';
import type { RecommendationValues } from './recommendation-fields.ts';

interface RecommendationDialogProps {
  readonly id: string;
  readonly onClose: () => void;
}

/** Opens a recommendation: to be changed, completed or deleted, or only read. */
export function RecommendationDialog({ id, onClose }: RecommendationDialogProps) {
  const mayEdit = useMay('edit_companies');
  // what is edited stays what it was when it was opened: a change of others comes up when it is saved
  const found = useQuery({ ...recommendationQuery(id), refetchOnWindowFocus: false });
  if (found.data && mayEdit) return <Editing key={id} recommendation={found.data} onClose={onClose} />;
  if (found.data) return <RecommendationReading recommendation={found.data} onClose={onClose} />;
  return (
    <Modal opened onClose={onClose} title="Recommendation">
      {isRefusal(found.error, 'not_found') ? (
        <Text fz="sm">
          There is no such recommendation. It may have been deleted, or be for a company that is not among
          those you see.
        </Text>
      ) : found.error ? (
        <LoadFailed error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <Skeleton h={320} />
      )}
    </Modal>
  );
}

function Editing(props: { readonly recommendation: Recommendation; readonly onClose: () => void }) {
  const { onClose } = props;
  const [recommendation, setRecommendation] = useState(props.recommendation);
  const [asked, setAsked] = useState<'edit' | 'delete' | { readonly completing: string }>('edit');
  if (asked === 'delete') return <DeleteRecommendation recommendation={recommendation} onClose={onClose} />;
  if (asked !== 'edit')
    return <CompleteModal recommendation={recommendation} status={asked.completing} onClose={onClose} />;
  return (
    <RecommendationModal
      company={recommendation.company.id}
      recommendation={recommendation}
      onClose={onClose}
      onSaved={(stored, completing) => {
        setRecommendation(stored);
        if (completing === null) onClose();
        else setAsked({ completing });
      }}
      onDelete={() => setAsked('delete')}
    />
  );
}

interface NewRecommendationProps {
  readonly company: string;
  /** What it begins with. */
  readonly begin?: Partial<RecommendationValues>;
  readonly onClose: () => void;
  readonly onCreated?: (recommendation: Recommendation) => void;
}

/** Recommends something to a company. */
export function NewRecommendation({ company, begin, onClose, onCreated }: NewRecommendationProps) {
  const [created, setCreated] = useState<{ recommendation: Recommendation; completing: string } | null>(null);
  if (created)
    return (
      <CompleteModal recommendation={created.recommendation} status={created.completing} onClose={onClose} />
    );
  return (
    <RecommendationModal
      company={company}
      recommendation={null}
      {...(begin ? { begin } : {})}
      onClose={onClose}
      onSaved={(recommendation, completing) => {
        onCreated?.(recommendation);
        if (completing === null) onClose();
        else setCreated({ recommendation, completing });
      }}
    />
  );
}
