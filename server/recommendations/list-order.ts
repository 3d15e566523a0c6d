import { type RawBuilder, sql } from 'kysely';
import type { Recommendation, RecommendationSort } from '../../contract/recommendations.ts';
import { DEFAULT_WIN_PROBABILITY } from '../../domain/portfolio/defaults.ts';
import type { Definitions } from '../../domain/portfolio/definitions.ts';
import { PRIORITIES, priorityRank } from '../../domain/recommendations/priority.ts';
import { statusesInOrder } from '../../domain/recommendations/status.ts';
import { statusName } from './which-recommendations.ts';

/** Where a recommendation stands in a list: what it is ordered by (null comes last), its title, its key. */
export type Place = readonly [value: string | number | null, title: string, id: string];

/** By what a list is ordered, as SQL and as it stands in a row; both say the same. */
interface ListOrder {
  readonly type: 'text' | 'numeric';
  readonly sql: RawBuilder<unknown>;
  readonly of: (row: Recommendation) => string | number | null;
}

export function listOrder(sort: RecommendationSort, definitions: Definitions): ListOrder {
  const statuses = statusesInOrder(definitions.recommendationStatuses).map(({ name }) => name);
  const orders: Record<RecommendationSort, ListOrder> = {
    title: text(sql`r.title`, ({ title }) => title),
    company: text(sql`c.name`, ({ company }) => company.name),
    category: text(sql`r.category`, ({ category }) => category),
    owner: text(sql`u.name`, ({ owner }) => owner?.name ?? null),
    quarter: text(sql`r.target_quarter`, ({ targetQuarter }) => targetQuarter),
    status: number(sql`array_position(${statuses}::text[], ${statusName(definitions)})`, ({ status }) =>
      status === null ? null : statuses.indexOf(status) + 1,
    ),
    priority: number(
      sql`case when r.priority is not null then coalesce(array_position(
        ${PRIORITIES.map((priority) => priority.toLowerCase())}::text[], lower(r.priority)), ${PRIORITIES.length + 1}::int) end`,
      ({ priority }) => (priority === null ? null : priorityRank(priority)),
    ),
    winProbability: number(
      sql`coalesce(r.win_probability, ${DEFAULT_WIN_PROBABILITY}::numeric)`,
      ({ winProbability }) => winProbability,
    ),
    mrr: number(sql`w.mrr`, ({ mrr }) => mrr),
    oneTime: number(sql`w.one_time`, ({ oneTime }) => oneTime),
    weightedMrr: number(sql`w.weighted_mrr`, ({ weightedMrr }) => weightedMrr),
    weightedOneTime: number(sql`w.weighted_one_time`, ({ weightedOneTime }) => weightedOneTime),
  };
  return orders[sort];
}

const text = (column: RawBuilder<unknown>, of: ListOrder['of']): ListOrder => ({
  type: 'text',
  sql: sql`(${column} collate "C")`,
  of,
});
const number = (column: RawBuilder<unknown>, of: ListOrder['of']): ListOrder => ({
  type: 'numeric',
  sql: sql`(${column})`,
  of,
});

/** Those without the value last, equal ones by title and key. */
export function inOrder({ sql: by }: ListOrder, order: 'asc' | 'desc'): RawBuilder<unknown> {
  const direction = order === 'asc' ? sql`asc` : sql`desc`;
  return sql`order by ${by} ${direction} nulls last, r.title collate "C", r.key collate "C"`;
}

/** Those that stand after a place. */
export function afterPlace(
  { sql: by, type }: ListOrder,
  order: 'asc' | 'desc',
  [value, title, id]: Place,
): RawBuilder<unknown> {
  const tie = sql`(r.title collate "C", r.key collate "C") > (${title}::text, ${id}::text)`;
  if (value === null) return sql`(${by} is null and ${tie})`;
  const given = type === 'text' ? sql`${value}::text` : sql`${String(value)}::numeric`;
  const beyond = order === 'asc' ? sql`>` : sql`<`;
  return sql`(${by} is null or ${by} ${beyond} ${given} or (${by} = ${given} and ${tie}))`;
}

/** Whether a cursor names a place in such a list. */
export const isPlaceIn =
  ({ type }: ListOrder) =>
  (place: unknown): place is Place => {
    if (!Array.isArray(place) || place.length !== 3) return false;
    const [value, title, id] = place as unknown[];
    const fits = type === 'text' ? typeof value === 'string' : Number.isFinite(value);
    return (value === null || fits) && typeof title === 'string' && typeof id === 'string';
  };
