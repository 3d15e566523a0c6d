import { useNavigate, useSearch } from '@tanstack/react-router';
import { paths } from '../paths.ts';
import { type RoadmapView, readRoadmapView, roadmapSearch } from './roadmap-view.ts';

/** The view that the address says, how to change it, and where another view stands. */
export function useRoadmapView(company: string) {
  const view = readRoadmapView(useSearch({ from: '/app/customers/$id/roadmap' }));
  const navigate = useNavigate();
  const linkTo = (part: Partial<RoadmapView>) =>
    paths.customerRoadmap(company, roadmapSearch({ ...view, ...part }));
  const change = (part: Partial<RoadmapView>) =>
    void navigate({ ...linkTo(part), replace: true, resetScroll: false });
  return { view, change, linkTo };
}

export type RoadmapViewing = ReturnType<typeof useRoadmapView>;
