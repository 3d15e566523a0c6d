import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { Roadmap } from '../../contract/roadmap.ts';
import { NewRecommendation, RecommendationDialog } from '../recommendations/RecommendationDialog.tsx';
import { LoadFailed } from '../ui/Notes.tsx';
import { BudgetPanel } from './BudgetPanel.tsx';
import { NoRoadmap } from './NoRoadmap.tsx';
import { roadmapQuery } from './queries.ts';
import { RoadmapPanel } from './RoadmapPanel.tsx';
import classes from './roadmap.module.css';
import { useMoves } from './use-moves.ts';
import { useRoadmapView } from './use-roadmap-view.ts';
import { withMoves } from './with-moves.ts';

/** When a company takes which step, and what that costs it by quarter and year. */
export function RoadmapPage() {
  const { id } = useParams({ from: '/app/customers/$id' });
  const roadmap = useQuery(roadmapQuery(id));
  if (!roadmap.data && roadmap.error)
    return <LoadFailed error={roadmap.error} onRetry={() => void roadmap.refetch()} />;
  if (!roadmap.data) return <Skeleton h={420} />;
  return <PlannedRoadmap company={id} roadmap={roadmap.data} />;
}

interface PlannedRoadmapProps {
  readonly company: string;
  readonly roadmap: Roadmap;
}

function PlannedRoadmap({ company, roadmap }: PlannedRoadmapProps) {
  const moving = useMoves(company);
  const recommendations = useMemo(() => withMoves(roadmap, moving.moves), [roadmap, moving.moves]);
  const viewing = useRoadmapView(company);
  const { view, change } = viewing;
  const [recommending, setRecommending] = useState(false);
  const recommend = () => setRecommending(true);
  const dialogs = (
    <>
      {view.opened === null ? null : (
        <RecommendationDialog id={view.opened} onClose={() => change({ opened: null })} />
      )}
      {recommending ? <NewRecommendation company={company} onClose={() => setRecommending(false)} /> : null}
    </>
  );
  if (recommendations.length === 0)
    return (
      <>
        <NoRoadmap company={company} onRecommend={recommend} />
        {dialogs}
      </>
    );
  return (
    <div className={classes.page}>
      <RoadmapPanel
        company={company}
        roadmap={roadmap}
        recommendations={recommendations}
        moving={moving}
        linkTo={viewing.linkTo}
        onRecommend={recommend}
      />
      <BudgetPanel
        company={company}
        asOf={roadmap.asOf}
        recommendations={recommendations}
        view={view}
        onChange={change}
      />
      {dialogs}
    </div>
  );
}
