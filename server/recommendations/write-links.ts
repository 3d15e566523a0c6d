import { sql } from 'kysely';
import type { RecommendationChange } from '../../contract/recommendations.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';
import type { RecommendationPlace } from './write-lines.ts';

/** What a recommendation is linked to, and the tables that keep it. */
const LINKS = {
  meetings: {
    through: 'meeting_recommendations',
    column: 'meeting',
    of: 'meetings',
    words: 'a meeting with the company',
  },
  goals: { through: 'goal_recommendations', column: 'goal', of: 'goals', words: 'a goal of the company' },
} as const;

/**
 * Makes what a recommendation is linked to what a change lists; what it leaves out stays. Refuses (`unprocessable`) what is
 * not the company's: to the client it does not exist.
 */
export async function writeLinks(
  tx: Tx,
  { workspace, company, recommendation }: RecommendationPlace,
  change: Pick<RecommendationChange, 'meetings' | 'goals'>,
): Promise<void> {
  for (const name of ['meetings', 'goals'] as const) {
    const ids = change[name];
    if (ids === undefined) continue;
    const { through, column, of, words } = LINKS[name];
    const { rows } = await sql<{ key: string }>`select key from ${sql.table(of)}
      where workspace_id = ${workspace} and company = ${company} and key = any(${ids})`.execute(tx);
    const unknown = ids.find((id) => !rows.some(({ key }) => key === id));
    if (unknown !== undefined)
      throw new Refusal('unprocessable', `Field "${name}" has "${unknown}"; expected the id of ${words}.`);
    const [table, linked] = [sql.table(through), sql.ref(column)];
    await sql`delete from ${table}
      where workspace_id = ${workspace} and recommendation = ${recommendation} and ${linked} <> all(${ids})`.execute(
      tx,
    );
    await sql`insert into ${table} (workspace_id, ${linked}, recommendation, company)
      select ${workspace}, listed, ${recommendation}, ${company} from unnest(${ids}::text[]) as listed
      on conflict do nothing`.execute(tx);
  }
}
