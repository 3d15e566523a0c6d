import { Button } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import { useMay } from '../me/queries.ts';
import { NewRecommendation } from './RecommendationDialog.tsx';
import { Recommendations } from './Recommendations.tsx';
import { useRecommendationsView } from './use-recommendations-view.ts';

/** What is recommended to a company. */
export function CompanyRecommendationsPage() {
  const { id } = useParams({ from: '/app/customers/$id' });
  const mayEdit = useMay('edit_companies');
  const viewing = useRecommendationsView(id);
  const [recommending, setRecommending] = useState(false);
  return (
    <>
      <Recommendations
        company={id}
        viewing={viewing}
        action={
          mayEdit ? (
            <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => setRecommending(true)}>
              Recommend
            </Button>
          ) : null
        }
        {...(mayEdit ? { onRecommend: () => setRecommending(true) } : {})}
      />
      {recommending ? <NewRecommendation company={id} onClose={() => setRecommending(false)} /> : null}
    </>
  );
}
