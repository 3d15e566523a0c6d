import type { Recommendation, RecommendationChange } from '../../contract/recommendations.ts';
import { sortedIds } from '../meetings/read-meeting.ts';

type Field = Exclude<keyof RecommendationChange, 'lines' | 'meetings' | 'goals'>;

/** The fields of a recommendation that a person sets, beside its lines and what it is linked to. */
export const recommendationColumns = {
  title: 'title',
  description: 'description',
  category: 'category',
  priority: 'priority',
  status: 'status',
  owner: 'owner',
  targetQuarter: 'target_quarter',
  winProbability: 'win_probability',
} as const satisfies Record<Field, string>;

/** A recommendation as its fields are set. */
export function asChange(recommendation: Recommendation): Required<RecommendationChange> {
  const { title, description, category, priority, status, targetQuarter, winProbability } = recommendation;
  return {
    title,
    description,
    category,
    priority,
    status,
    owner: recommendation.owner?.id ?? null,
    targetQuarter,
    winProbability,
    lines: recommendation.lines.map(({ id, stackItem, mrr, oneTime }) => ({
      id,
      stackItem: stackItem?.id ?? null,
      mrr,
      oneTime,
    })),
    meetings: sortedIds(recommendation.meetings.map(({ id }) => id)),
    goals: sortedIds(recommendation.goals.map(({ id }) => id)),
  };
}
