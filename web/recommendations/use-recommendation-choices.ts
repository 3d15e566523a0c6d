import { useQuery } from '@tanstack/react-query';
import type { Recommendation } from '../../contract/recommendations.ts';
import { meetingName } from '../../domain/engagement/meeting-kinds.ts';
import { addQuarters, quarterOf } from '../../domain/recommendations/quarter.ts';
import { gridQuery } from '../alignment/queries.ts';
import { colleaguesQuery } from '../colleagues/queries.ts';
import { goalsQuery } from '../goals/queries.ts';
import { useMe } from '../me/queries.ts';
import { companyMeetingsQuery } from '../meetings/queries.ts';
import { quarterName } from '../ui/quarters.ts';
import { recommendationChoicesQuery } from './queries.ts';

/** So many quarters ahead one plans. */
const AHEAD = 12;

/** What a recommendation to a company can be given; what it has already is among it whatever has become of it. */
export function useRecommendationChoices(company: string, recommendation: Recommendation | null) {
  const { asOf } = useMe().workspace;
  const choices = useQuery(recommendationChoicesQuery).data;
  const colleagues = useQuery(colleaguesQuery).data ?? [];
  const meetings = useQuery(companyMeetingsQuery(company)).data ?? [];
  const goals = useQuery(goalsQuery(company)).data ?? [];
  // the grid is looked at once: what a line says of its cell need not follow while one types
  const cells = useQuery({ ...gridQuery(company), refetchInterval: false }).data?.rows;
  const owners = withKept(colleagues, recommendation?.owner ? [recommendation.owner] : []);
  const spokenOf = withKept(meetings, recommendation?.meetings ?? []);
  const served = withKept(goals, recommendation?.goals ?? []);
  const present = quarterOf(asOf);
  const quarters = Array.from({ length: AHEAD }, (_, i) => addQuarters(present, i));
  const own = recommendation?.targetQuarter;
  return {
    statuses: choices?.statuses ?? [],
    categories: choices?.categories ?? [],
    priorities: choices?.priorities ?? [],
    owners: owners.map(({ id, name }) => ({ value: id, label: name })),
    goals: served.map(({ id, title }) => ({ value: id, label: title })),
    meetings: spokenOf.map(({ id, kind, date }) => ({ value: id, label: meetingName(kind, date) })),
    quarters: (own && own < present ? [own, ...quarters] : withOwn(quarters, own)).map((value) => ({
      value,
      label: quarterName(value),
    })),
    cells,
  };
}

const withOwn = (quarters: readonly string[], own: string | null | undefined): readonly string[] =>
  own && !quarters.includes(own) ? [...quarters, own] : quarters;

function withKept<T extends { readonly id: string }, K extends { readonly id: string }>(
  list: readonly T[],
  kept: readonly K[],
): readonly (T | K)[] {
  return [...list, ...kept.filter(({ id }) => !list.some((entry) => entry.id === id))];
}
