import type { ReactNode } from 'react';
import { RecommendationBoard } from './RecommendationBoard.tsx';
import { RecommendationDialog } from './RecommendationDialog.tsx';
import { RecommendationFilters } from './RecommendationFilters.tsx';
import { RecommendationTable } from './RecommendationTable.tsx';
import type { RecommendationsViewing } from './use-recommendations-view.ts';

interface RecommendationsProps {
  /** Null: of every company that one sees. */
  readonly company: string | null;
  readonly viewing: RecommendationsViewing;
  /** At the right of the filters. */
  readonly action?: ReactNode;
  /** Undefined: one may not. */
  readonly onRecommend?: () => void;
}

/** Recommendations as a table or as a board, and the one that is open. */
export function Recommendations({ company, viewing, action, onRecommend }: RecommendationsProps) {
  const { view, change } = viewing;
  const shown = { company, viewing, ...(onRecommend ? { onRecommend } : {}) };
  return (
    <>
      <RecommendationFilters company={company} view={view} onChange={change} action={action} />
      {view.layout === 'board' ? <RecommendationBoard {...shown} /> : <RecommendationTable {...shown} />}
      {view.opened === null ? null : (
        <RecommendationDialog id={view.opened} onClose={() => change({ opened: null })} />
      )}
    </>
  );
}
