import { sql } from 'kysely';
import type { RowPlace } from '../access/place-of-row.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';

/** Makes the recommendations that serve a goal those that are listed. Refuses one that its company does not have. */
export async function writeGoalRecommendations(
  tx: Tx,
  workspace: string,
  { company, id }: RowPlace,
  recommendations: readonly string[],
): Promise<void> {
  const { rows } = await sql<{ key: string }>`select key from recommendations
    where workspace_id = ${workspace} and company = ${company} and key = any(${recommendations})`.execute(tx);
  const known = new Set(rows.map(({ key }) => key));
  const unknown = recommendations.find((key) => !known.has(key));
  if (unknown !== undefined)
    throw new Refusal(
      'unprocessable',
      `Field "recommendations" names the recommendation "${unknown}", which is unknown here.`,
    );
  await sql`delete from goal_recommendations
    where workspace_id = ${workspace} and goal = ${id} and recommendation <> all(${recommendations})`.execute(
    tx,
  );
  await sql`insert into goal_recommendations (workspace_id, goal, company, recommendation)
    select ${workspace}, ${id}, ${company}, listed from unnest(${recommendations}::text[]) as listed
    on conflict do nothing`.execute(tx);
}
