import { Button } from '@mantine/core';
import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import { NoCompanyYet } from '../companies/NoCompanyYet.tsx';
import { useMay, useMe } from '../me/queries.ts';
import { DownloadCsv } from '../ui/DownloadCsv.tsx';
import { formatDay } from '../ui/days.ts';
import { PageHeader } from '../ui/PageHeader.tsx';
import { recommendationsCsvUrl } from './queries.ts';
import { Recommendations } from './Recommendations.tsx';
import { RecommendToCompany } from './RecommendToCompany.tsx';
import { filtersOf } from './recommendations-view.ts';
import { useRecommendationsView } from './use-recommendations-view.ts';

/** What is recommended to all customers: what it is worth, who sees to it, and how far it has come. */
export function RecommendationsPage() {
  if (useMe().companies > 0) return <Portfolio />;
  return (
    <>
      <PageHeader title="Recommendations" />
      <NoCompanyYet shows="what is recommended to them, and what that is worth" />
    </>
  );
}

function Portfolio() {
  const { workspace } = useMe();
  const mayEdit = useMay('edit_companies');
  const viewing = useRecommendationsView(null);
  const [recommending, setRecommending] = useState(false);
  const { sort } = viewing.view;
  return (
    <>
      <PageHeader
        title="Recommendations"
        note={`As of ${formatDay(workspace.asOf)} · to every customer you see`}
      >
        <DownloadCsv
          href={recommendationsCsvUrl({
            ...filtersOf(viewing.view, null),
            sort: sort.column,
            order: sort.order,
          })}
        />
        {mayEdit ? (
          <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => setRecommending(true)}>
            Recommend
          </Button>
        ) : null}
      </PageHeader>
      <Recommendations
        company={null}
        viewing={viewing}
        {...(mayEdit ? { onRecommend: () => setRecommending(true) } : {})}
      />
      {recommending ? <RecommendToCompany onClose={() => setRecommending(false)} /> : null}
    </>
  );
}
