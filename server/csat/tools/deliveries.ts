import { type RawBuilder, sql } from 'kysely';
import type { SurveyDelivery } from '../../../contract/survey-tools.ts';
import { maskBody } from '../../../domain/csat/mask-body.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import { notFound, Refusal } from '../../platform/http/refusal.ts';
import { seal, unseal } from '../../platform/secret.ts';
import type { Outcome } from './take-delivery.ts';

/** So many of a tool may wait; who sends more is to try again once somebody has looked. */
const MOST_WAITING = 1000;

/** So many that do not wait are kept of a tool: as long as one is kept, its answer is known when it comes again. */
const KEPT = 2000;

/** A delivery as it came. */
export interface Arrived {
  /** The body, read. */
  readonly body: unknown;
  /** The body as JSON text. */
  readonly text: string;
  readonly hash: Buffer;
}

/** Refuses what comes on top of too many that wait. */
export async function requireRoom(tx: Tx, tool: string): Promise<void> {
  const { rows } = await sql<{ waiting: number }>`select count(*)::int as waiting from survey_deliveries
    where workspace_id = (select current_workspace()) and tool = ${tool} and outcome = 'waiting'`.execute(tx);
  if (rows[0]!.waiting >= MOST_WAITING)
    throw new Refusal('too_many_requests', `${MOST_WAITING} deliveries wait already. Try again later.`, {
      retryAfter: 3600,
    });
}

/** Writes down a new delivery and what became of it. */
export async function insertDelivery(
  tx: Tx,
  { workspace, tool }: { readonly workspace: string; readonly tool: string },
  { body, text, hash }: Arrived,
  { outcome, message, answerId, company, response }: Outcome,
  { key, now }: { readonly key: Buffer; readonly now: Date },
): Promise<void> {
  const sealed = outcome === 'waiting' ? seal(key, text) : null;
  await sql`insert into survey_deliveries
      (workspace_id, tool, received_at, answer_id, body_hash, outcome, message, shown, sealed, company, response)
    values (${workspace}, ${tool}, ${now}, ${answerId}, ${hash}, ${outcome}, ${message}, ${maskBody(body)}, ${sealed}, ${company}, ${response})`.execute(
    tx,
  );
  await forgetOldest(tx, tool);
}

/** Writes down one that was not signed as it should be; nothing of its body is kept. */
export async function insertRefused(
  tx: Tx,
  { workspace, tool }: { readonly workspace: string; readonly tool: string },
  hash: Buffer,
  now: Date,
): Promise<void> {
  const message = 'Its signature is missing or wrong.';
  await sql`insert into survey_deliveries (workspace_id, tool, received_at, body_hash, outcome, message, shown)
    values (${workspace}, ${tool}, ${now}, ${hash}, 'refused', ${message}, '')`.execute(tx);
  await forgetOldest(tx, tool);
}

async function forgetOldest(tx: Tx, tool: string): Promise<void> {
  await sql`delete from survey_deliveries where workspace_id = (select current_workspace()) and key in (
    select key from survey_deliveries where workspace_id = (select current_workspace()) and tool = ${tool}
      and outcome <> 'waiting' order by received_at desc, key offset ${KEPT})`.execute(tx);
}

/** One that waits, locked, with its body. Refuses one that does not wait any more (`conflict`). */
export async function waitingDelivery(
  tx: Tx,
  id: string,
  key: Buffer,
): Promise<Arrived & { readonly tool: string }> {
  const { rows } = await sql<{ tool: string; hash: Buffer; sealed: Buffer | null }>`
    select tool, body_hash as hash, sealed from survey_deliveries
    where workspace_id = (select current_workspace()) and key = ${id} for update`.execute(tx);
  const [row] = rows;
  if (!row) throw notFound('delivery', id);
  if (row.sealed === null) throw new Refusal('conflict', 'This delivery does not wait any more.');
  const text = unseal(key, row.sealed);
  return { tool: row.tool, hash: row.hash, text, body: JSON.parse(text) };
}

/** Writes down what became of one that waited. */
export async function updateDelivery(
  tx: Tx,
  id: string,
  {
    outcome,
    message,
    answerId,
    company,
    response,
  }: Omit<Outcome, 'outcome'> & {
    readonly outcome: Outcome['outcome'] | 'dismissed';
  },
): Promise<void> {
  await sql`update survey_deliveries set outcome = ${outcome}, message = ${message}, answer_id = ${answerId},
      company = ${company}, response = ${response}, sealed = case when ${outcome} = 'waiting' then sealed end
    where workspace_id = (select current_workspace()) and key = ${id}`.execute(tx);
}

/**
 * Deliveries, the newest first: all for which `which` holds, but none of a company that is not among these. `tx` sees the whole workspace.
 */
export async function readDeliveries(
  tx: Tx,
  companies: 'all' | readonly string[],
  which: RawBuilder<unknown>,
  limit: number,
): Promise<SurveyDelivery[]> {
  const seen = companies === 'all' ? sql`true` : sql`(d.company is null or d.company = any(${companies}))`;
  const { rows } = await sql<Omit<SurveyDelivery, 'receivedAt'> & { receivedAt: Date }>`
    select d.key as id, json_build_object('id', t.key, 'name', t.name) as tool, d.received_at as "receivedAt",
      d.outcome, d.message, d.shown as body, d.response,
      case when c.key is not null then json_build_object('id', c.key, 'name', c.name) end as company
    from survey_deliveries d
    join survey_tools t on t.workspace_id = d.workspace_id and t.key = d.tool
    left join companies c on c.workspace_id = d.workspace_id and c.key = d.company
    where d.workspace_id = (select current_workspace()) and ${seen} and ${which}
    order by d.received_at desc, d.key limit ${limit}`.execute(tx);
  return rows.map((row) => ({ ...row, receivedAt: row.receivedAt.toISOString() }));
}

export async function readDelivery(
  tx: Tx,
  companies: 'all' | readonly string[],
  id: string,
): Promise<SurveyDelivery> {
  const [delivery] = await readDeliveries(tx, companies, sql`d.key = ${id}`, 1);
  if (!delivery) throw notFound('delivery', id);
  return delivery;
}
