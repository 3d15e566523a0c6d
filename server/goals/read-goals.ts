import { type RawBuilder, sql } from 'kysely';
import type { Goal, GoalChange } from '../../contract/goals.ts';
import { daysPastTarget, goalState } from '../../domain/goals/goal.ts';
import { statusOf } from '../../domain/recommendations/status.ts';
import { compareText } from '../../domain/text/compare.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { notFound } from '../platform/http/refusal.ts';
import type { LoadedPortfolio } from '../portfolio/loaded-portfolio.ts';

type Row = Omit<Goal, 'state' | 'daysPastTarget' | 'recommendations'> & {
  readonly recommendations: readonly { id: string; title: string; status: string | null }[];
};

/** The goals that the transaction sees for which `which` holds (of g): open ones first, the nearest target date first. */
export async function readGoals(
  tx: Tx,
  which: RawBuilder<unknown>,
  { definitions, asOf }: LoadedPortfolio,
): Promise<Goal[]> {
  const { rows } = await sql<Row>`
    with linked as (
      select l.goal, json_agg(json_build_object('id', r.key, 'title', r.title, 'status', r.status)) as list,
        string_agg(r.key, ' ' order by r.key collate "C") as keys
      from goal_recommendations l
      join recommendations r on r.workspace_id = l.workspace_id and r.key = l.recommendation and r.company = l.company
      where l.workspace_id = (select current_workspace()) group by l.goal)
    select g.key as id, json_build_object('id', c.key, 'name', c.name) as company, g.title, g.description, g.category,
      case when u.key is not null then json_build_object('id', u.key, 'name', u.name) end as owner,
      g.target_date as "targetDate", g.status, g.progress::float8 as progress,
      coalesce(l.list, '[]') as recommendations, '"' || md5(g::text || coalesce(l.keys, '')) || '"' as etag
    from goals g
    join companies c on c.workspace_id = g.workspace_id and c.key = g.company
    left join users u on u.workspace_id = g.workspace_id and u.key = g.owner
    left join linked l on l.goal = g.key
    where g.workspace_id = (select current_workspace()) and ${which}`.execute(tx);
  const standing = (named: string | null) => {
    const status = statusOf(definitions.recommendationStatuses, named);
    return { status: status?.name ?? null, state: status?.state ?? ('not_started' as const) };
  };
  return rows
    .map(({ recommendations, ...row }) => ({
      ...row,
      state: goalState(row),
      daysPastTarget: daysPastTarget(row, asOf),
      recommendations: recommendations
        .map(({ status, ...one }) => ({ ...one, ...standing(status) }))
        .sort((a, b) => compareText(a.title, b.title) || compareText(a.id, b.id)),
    }))
    .sort(byTarget);
}

/** Open ones by what is due first; what is over by its day, the latest first. */
function byTarget(a: Goal, b: Goal): number {
  const open = (goal: Goal) => goal.state === 'open';
  if (open(a) !== open(b)) return open(a) ? -1 : 1;
  const days = open(a)
    ? compareText(a.targetDate ?? '9999', b.targetDate ?? '9999')
    : compareText(b.targetDate ?? '', a.targetDate ?? '');
  return days || compareText(a.title, b.title) || compareText(a.id, b.id);
}

export async function readGoal(tx: Tx, id: string, loaded: LoadedPortfolio): Promise<Goal> {
  const [goal] = await readGoals(tx, sql`g.key = ${id}`, loaded);
  if (!goal) throw notFound('goal', id);
  return goal;
}

/** A goal as a change would state it; its status is any word that was imported. */
export function asGoalChange(goal: Goal): Omit<GoalChange, 'status'> & { readonly status: string | null } {
  const { id, company, state, daysPastTarget: _, etag, ...own } = goal;
  return {
    ...own,
    owner: goal.owner?.id ?? null,
    recommendations: goal.recommendations.map((recommendation) => recommendation.id).sort(compareText),
  };
}
