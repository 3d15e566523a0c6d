import { sql } from 'kysely';
import type { Tx } from '../platform/database/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';
import type { RecommendationPlace } from './write-lines.ts';

/**
 * Makes the meetings that spoke of a recommendation these. Refuses (`unprocessable`) one that is not with its company: to
 * the client it does not exist.
 */
export async function writeMeetings(
  tx: Tx,
  { workspace, company, recommendation }: RecommendationPlace,
  meetings: readonly string[],
): Promise<void> {
  const { rows } = await sql<{ key: string }>`select key from meetings
    where workspace_id = ${workspace} and company = ${company} and key = any(${meetings})`.execute(tx);
  const unknown = meetings.find((id) => !rows.some(({ key }) => key === id));
  if (unknown !== undefined)
    throw new Refusal(
      'unprocessable',
      `Field "meetings" has "${unknown}"; expected the id of a meeting with the company.`,
    );
  await sql`delete from meeting_recommendations
    where workspace_id = ${workspace} and recommendation = ${recommendation} and meeting <> all(${meetings})`.execute(
    tx,
  );
  await sql`insert into meeting_recommendations (workspace_id, meeting, recommendation, company)
    select ${workspace}, listed, ${recommendation}, ${company} from unnest(${meetings}::text[]) as listed
    on conflict do nothing`.execute(tx);
}
