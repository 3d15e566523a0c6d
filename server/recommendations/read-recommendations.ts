import { type RawBuilder, sql } from 'kysely';
import type { LinkedRecommendation, Recommendation } from '../../contract/recommendations.ts';
import type { Named } from '../../contract/values.ts';
import type { MeetingKind } from '../../domain/engagement/meeting-kinds.ts';
import { DEFAULT_WIN_PROBABILITY } from '../../domain/portfolio/defaults.ts';
import type { Definitions } from '../../domain/portfolio/definitions.ts';
import { isOpen, statusOf } from '../../domain/recommendations/status.ts';
import { worthOf } from '../../domain/recommendations/worth.ts';
import { compareText } from '../../domain/text/compare.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { notFound } from '../platform/http/refusal.ts';
import { recommendationsWithWorth } from './amounts.ts';

interface Row {
  readonly id: string;
  readonly title: string;
  readonly company: Named;
  readonly status: string | null;
  readonly description: string | null;
  readonly category: string | null;
  readonly priority: string | null;
  readonly owner: Named | null;
  readonly targetQuarter: string | null;
  readonly winProbability: string | null;
  readonly lines: readonly {
    id: string;
    stackItem: string | null;
    mrr: number | null;
    oneTime: number | null;
  }[];
  readonly meetings: readonly { id: string; kind: MeetingKind; date: string }[];
  readonly goals: readonly { id: string; title: string }[];
  readonly etag: string;
}

/** A company's recommendations, open ones first, then by title, then by id. The transaction must see the company. */
export async function readRecommendations(
  tx: Tx,
  definitions: Definitions,
  company: string,
): Promise<Recommendation[]> {
  const rows = await recommendationRows(tx, definitions, sql`r.company = ${company}`);
  return rows.sort(
    (a, b) => Number(b.open) - Number(a.open) || compareText(a.title, b.title) || compareText(a.id, b.id),
  );
}

/**
 * The recommendations to the companies that the transaction sees for which `which` holds: of r; of c, its company; of u, its
 * owner; of w, what it comes to (see amounts.ts). `tail`: their order and how many.
 */
export async function recommendationRows(
  tx: Tx,
  { stackItems, recommendationStatuses }: Definitions,
  which: RawBuilder<unknown>,
  tail: RawBuilder<unknown> = sql``,
): Promise<Recommendation[]> {
  const { rows } = await sql<Row>`
    select r.key as id, r.title, json_build_object('id', c.key, 'name', c.name) as company, r.status,
      r.description, r.category, r.priority,
      case when u.key is not null then json_build_object('id', u.key, 'name', u.name) end as owner,
      r.target_quarter as "targetQuarter", r.win_probability::text as "winProbability",
      coalesce((select json_agg(json_build_object('id', l.key, 'stackItem', l.stack_item, 'mrr', l.mrr, 'oneTime', l.one_time)
          order by l."order", l.key collate "C")
        from recommendation_lines l where l.workspace_id = r.workspace_id and l.recommendation = r.key), '[]') as lines,
      coalesce((select json_agg(json_build_object('id', m.key, 'kind', m.kind, 'date', m.date)
          order by m.date desc, m.key collate "C")
        from meeting_recommendations l join meetings m on m.workspace_id = l.workspace_id and m.key = l.meeting
        where l.workspace_id = r.workspace_id and l.recommendation = r.key), '[]') as meetings,
      coalesce((select json_agg(json_build_object('id', g.key, 'title', g.title)
          order by g.title collate "C", g.key collate "C")
        from goal_recommendations l join goals g on g.workspace_id = l.workspace_id and g.key = l.goal
        where l.workspace_id = r.workspace_id and l.recommendation = r.key), '[]') as goals,
      '"' || md5(r::text || coalesce((select string_agg(l::text, ' ' order by l.key collate "C")
          from recommendation_lines l where l.workspace_id = r.workspace_id and l.recommendation = r.key), '')
        || coalesce((select json_agg(l.meeting order by l.meeting collate "C")
          from meeting_recommendations l where l.workspace_id = r.workspace_id and l.recommendation = r.key)::text, '')
        || coalesce((select json_agg(l.goal order by l.goal collate "C")
          from goal_recommendations l where l.workspace_id = r.workspace_id and l.recommendation = r.key)::text, '')) || '"' as etag
    ${recommendationsWithWorth}
    where r.workspace_id = (select current_workspace()) and ${which} ${tail}`.execute(tx);
  const names = new Map(stackItems.map(({ id, name }) => [id, name]));
  return rows.map(({ status: named, winProbability, lines, ...row }) => {
    const status = statusOf(recommendationStatuses, named);
    return {
      ...row,
      status: status?.name ?? null,
      state: status?.state ?? ('not_started' as const),
      open: isOpen(status),
      winProbability: Number(winProbability ?? DEFAULT_WIN_PROBABILITY),
      lines: lines.map(({ stackItem: id, ...line }) => ({
        ...line,
        stackItem: id === null ? null : { id, name: names.get(id) ?? id },
      })),
      meetings: [...row.meetings],
      goals: [...row.goals],
      ...worthOf({ winProbability, lines }),
    };
  });
}

/** One of them. */
export async function readRecommendation(
  tx: Tx,
  definitions: Definitions,
  company: string,
  id: string,
): Promise<Recommendation> {
  const recommendations = await readRecommendations(tx, definitions, company);
  const found = recommendations.find((recommendation) => recommendation.id === id);
  if (!found) throw notFound('recommendation', id);
  return found;
}

/** Those with a line for the stack item, with the sum of such lines. */
export function linkedTo(
  stackItem: string,
  recommendations: readonly Recommendation[],
): LinkedRecommendation[] {
  return recommendations.flatMap(({ id, title, status, state, open, winProbability, lines }) => {
    const own = lines.filter((line) => line.stackItem?.id === stackItem);
    return own.length === 0 ? [] : [{ id, title, status, state, open, winProbability, ...sumOf(own) }];
  });
}

function sumOf(lines: readonly { readonly mrr: number | null; readonly oneTime: number | null }[]) {
  return {
    mrr: lines.reduce((sum, line) => sum + (line.mrr ?? 0), 0),
    oneTime: lines.reduce((sum, line) => sum + (line.oneTime ?? 0), 0),
  };
}
