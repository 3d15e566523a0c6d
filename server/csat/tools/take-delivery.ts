import { sql } from 'kysely';
import { type DeliveredAnswer, readDelivery } from '../../../domain/csat/read-delivery.ts';
import type { CsatRating } from '../../../domain/csat/satisfaction.ts';
import type { SurveyMapping } from '../../../domain/csat/survey-mapping.ts';
import { audit } from '../../access/audit.ts';
import { lockCompany } from '../../companies/lock-company.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import { insertResponse } from '../create-response.ts';
import { findCompany, findContact } from './find-company.ts';

/** A survey tool, as far as taking its deliveries needs it. */
export interface Tool {
  readonly workspace: string;
  readonly id: string;
  readonly name: string;
  readonly mapping: SurveyMapping;
  readonly timeZone: string;
}

/** What became of a delivery. */
export interface Outcome {
  readonly outcome: 'taken' | 'updated' | 'repeated' | 'unrated' | 'waiting';
  readonly message: string;
  readonly answerId: string | null;
  readonly company: string | null;
  readonly response: string | null;
}

interface Delivery {
  readonly body: unknown;
  readonly hash: Buffer;
  /** Of the delivery, where it waits already. */
  readonly key: string | null;
}

/** Who said whose it is; left out: it has to be found. */
export interface Assigned {
  readonly company: string;
  readonly actor: string;
}

/**
 * Makes a CSAT response of a delivery, or changes the one that the same answer made before, or says what is missing for that.
 * The transaction has locked the tool, sees the whole workspace, and writes down what comes of it (deliveries.ts).
 */
export async function takeDelivery(
  tx: Tx,
  tool: Tool,
  delivery: Delivery,
  now: Date,
  assigned?: Assigned,
): Promise<Outcome> {
  const read = readDelivery(delivery.body, tool.mapping, { now, timeZone: tool.timeZone });
  const answerId = read.problem === null ? read.answer.id : read.id;
  const nowhere = { answerId, company: null, response: null };
  const earlier = await earlierDelivery(tx, tool, { ...delivery, answerId }, now);
  if (earlier?.outcome === 'dismissed')
    return { ...nowhere, outcome: 'repeated', message: 'It had come before, and was dismissed.' };
  // what waited is as it comes now
  if (earlier?.outcome === 'waiting')
    await sql`delete from survey_deliveries where workspace_id = ${tool.workspace} and key = ${earlier.key}`.execute(
      tx,
    );
  if (read.problem !== null) return { ...nowhere, outcome: 'waiting', message: read.problem };
  const { answer } = read;
  if (answer.rating === null) return { ...nowhere, outcome: 'unrated', message: 'It has no rating so far.' };
  const rated = { ...answer, rating: answer.rating };
  if (earlier?.company) return takeAgain(tx, tool, rated, { ...earlier, company: earlier.company });
  const found = assigned
    ? { company: assigned.company, words: 'Somebody said whose it is.' }
    : await findCompany(tx, answer);
  if (found.company === null) return { ...nowhere, outcome: 'waiting', message: found.words };
  const { company } = found;
  await lockCompany(tx, company);
  const { workspace } = tool;
  const { rating, comment, about } = rated;
  const response = await insertResponse(tx, {
    ...{ workspace, company, rating, comment, about },
    contact: await findContact(tx, company, answer),
    answeredAt: answer.answeredAt ?? now,
    source: tool.name,
  });
  const action = assigned ? 'assign survey delivery' : 'receive CSAT response';
  const actor = assigned?.actor ?? null;
  await audit(tx, { workspace, actor, action, company, subject: tool.name, after: { rating, comment } });
  return { outcome: 'taken', message: found.words, answerId, company, response };
}

interface Earlier {
  readonly key: string;
  readonly outcome: 'taken' | 'updated' | 'waiting' | 'dismissed';
  readonly company: string | null;
  readonly response: string | null;
}

/** The last delivery of the same answer; of a tool without ids, of the same body within a day. */
async function earlierDelivery(
  tx: Tx,
  tool: Tool,
  { answerId, hash, key }: Pick<Delivery, 'hash' | 'key'> & { readonly answerId: string | null },
  now: Date,
): Promise<Earlier | undefined> {
  const same =
    answerId === null
      ? sql`answer_id is null and body_hash = ${hash} and received_at > ${now}::timestamptz - interval '1 day'`
      : sql`answer_id = ${answerId}`;
  const { rows } = await sql<Earlier>`select key, outcome, company, response from survey_deliveries
    where workspace_id = ${tool.workspace} and tool = ${tool.id} and ${same} and key is distinct from ${key}
      and outcome in ('taken', 'updated', 'waiting', 'dismissed')
    order by received_at desc, key limit 1`.execute(tx);
  return rows[0];
}

type Rated = DeliveredAnswer & { readonly rating: CsatRating };

/** An answer that was taken before: what has changed of it is taken over; a response that was deleted here stays deleted. */
async function takeAgain(
  tx: Tx,
  { workspace, name }: Tool,
  { id, rating, comment }: Rated,
  { company, response }: { readonly company: string; readonly response: string | null },
): Promise<Outcome> {
  const known = { answerId: id, company, response };
  if (response === null)
    return { ...known, outcome: 'repeated', message: 'It had come before; its response was deleted here.' };
  await lockCompany(tx, company);
  const { rows } = await sql<{ rating: CsatRating; comment: string | null }>`
    select rating, comment from csat where workspace_id = ${workspace} and key = ${response} for no key update`.execute(
    tx,
  );
  const before = rows[0]!;
  if (before.rating === rating && before.comment === comment)
    return { ...known, outcome: 'repeated', message: 'It had come before.' };
  await sql`update csat set rating = ${rating}, comment = ${comment}
    where workspace_id = ${workspace} and key = ${response}`.execute(tx);
  await audit(tx, {
    ...{ workspace, actor: null, company, subject: name },
    action: 'receive changed CSAT response',
    before,
    after: { rating, comment },
  });
  return { ...known, outcome: 'updated', message: 'The answer has changed since it came before.' };
}
