import { sql } from 'kysely';
import { DEFAULT_WIN_PROBABILITY } from '../../domain/portfolio/defaults.ts';

const weighted = (amount: string) =>
  sql`coalesce(sum(round(l.${sql.ref(amount)} * coalesce(r.win_probability, ${sql.lit(DEFAULT_WIN_PROBABILITY)}::numeric) / 100)), 0)`;

/**
 * Recommendations as r, with their company c, their owner u (if any), and as w what they come to: the rule of
 * domain/recommendations/worth.ts, for the database to order and add up by. A test holds the two together.
 */
export const recommendationsWithWorth = sql`
  from recommendations r
  join companies c on c.workspace_id = r.workspace_id and c.key = r.company
  left join users u on u.workspace_id = r.workspace_id and u.key = r.owner
  cross join lateral (
    select coalesce(sum(l.mrr), 0)::bigint as mrr, coalesce(sum(l.one_time), 0)::bigint as one_time,
      ${weighted('mrr')}::bigint as weighted_mrr, ${weighted('one_time')}::bigint as weighted_one_time
    from recommendation_lines l where l.workspace_id = r.workspace_id and l.recommendation = r.key) w`;
