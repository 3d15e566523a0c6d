import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useMay } from '../../me/queries.ts';
import { LoadFailed } from '../../ui/Notes.tsx';
import { FinishedAssessment } from '../FinishedAssessment.tsx';
import { assessmentQuery } from '../queries.ts';
import { Taking } from './Taking.tsx';

/** An assessment: answered while it is in progress, read once it is finished. */
export function AssessmentPage() {
  const { assessment: id } = useParams({ from: '/app/customers/$id/assessments/$assessment' });
  const mayEdit = useMay('edit_companies');
  const { data, error, refetch } = useQuery(assessmentQuery(id));
  if (!data && error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton h={420} />;
  if (data.status === 'in_progress' && mayEdit) return <Taking key={id} stored={data} />;
  return <FinishedAssessment assessment={data} />;
}
