import { useNavigate, useSearch } from '@tanstack/react-router';
import { paths } from '../paths.ts';
import type { RawSearch } from '../ui/search-text.ts';
import {
  type RecommendationsView,
  readRecommendationsView,
  recommendationsSearch,
} from './recommendations-view.ts';

/** The view that the address says, how to change it, and where another view stands. `company` null: the portfolio. */
export function useRecommendationsView(company: string | null) {
  const view = readRecommendationsView(useSearch({ strict: false }) as RawSearch);
  const navigate = useNavigate();
  const linkTo = (part: Partial<RecommendationsView>) => {
    const search = recommendationsSearch({ ...view, ...part });
    return company === null ? paths.recommendations(search) : paths.customerRecommendations(company, search);
  };
  const change = (part: Partial<RecommendationsView>) =>
    void navigate({ ...linkTo(part), replace: true, resetScroll: false });
  return { view, change, linkTo };
}

export type RecommendationsViewing = ReturnType<typeof useRecommendationsView>;
