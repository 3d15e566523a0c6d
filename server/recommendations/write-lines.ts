import { sql } from 'kysely';
import type { RecommendationChange } from '../../contract/recommendations.ts';
import { newKeys } from '../platform/database/new-keys.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';

export type Lines = NonNullable<RecommendationChange['lines']>;

/** Where a recommendation stands. */
export interface RecommendationPlace {
  readonly workspace: string;
  readonly company: string;
  readonly recommendation: string;
}

/** Makes a recommendation's lines these, in this order: known ones are changed, new ones added, the others deleted. */
export async function writeLines(
  tx: Tx,
  place: RecommendationPlace,
  stored: Lines,
  lines: Lines,
): Promise<void> {
  const known = new Map(stored.map((line) => [line.id, line]));
  const kept = lines.flatMap(({ id }) => (id === undefined ? [] : [id]));
  const unknown = kept.find((id, i) => !known.has(id) || kept.indexOf(id) !== i);
  if (unknown !== undefined)
    throw new Refusal(
      'unprocessable',
      `Field "lines.id" is "${unknown}"; expected the id of one of its lines, once.`,
    );
  const gone = stored.filter(({ id }) => !kept.includes(id!)).map(({ id }) => id!);
  if (gone.length > 0)
    await sql`delete from recommendation_lines
      where workspace_id = ${place.workspace} and key = any(${gone})`.execute(tx);
  const order: string[] = [];
  for (const [index, line] of lines.entries()) {
    order.push(line.id ?? (await insertLine(tx, place, index + 1, line)));
    if (line.id !== undefined && JSON.stringify(line) !== JSON.stringify(known.get(line.id)))
      await updateLine(tx, place, line);
  }
  await sql`update recommendation_lines l set "order" = wanted.place
    from unnest(${order}::text[]) with ordinality as wanted (key, place)
    where l.workspace_id = ${place.workspace} and l.key = wanted.key
      and l."order" is distinct from wanted.place`.execute(tx);
}

async function updateLine(
  tx: Tx,
  { workspace }: RecommendationPlace,
  { id, stackItem, mrr, oneTime }: Lines[number],
) {
  await sql`update recommendation_lines set stack_item = ${stackItem}, mrr = ${mrr}, one_time = ${oneTime}
    where workspace_id = ${workspace} and key = ${id}`.execute(tx);
}

/** Its key follows those of the lines before it. */
async function insertLine(
  tx: Tx,
  { workspace, company, recommendation }: RecommendationPlace,
  place: number,
  { stackItem, mrr, oneTime }: Lines[number],
): Promise<string> {
  const keys = newKeys(`${recommendation} ${String(place).padStart(3, '0')}`);
  for (;;) {
    const key = keys.next().value;
    const { rows } = await sql`
      insert into recommendation_lines (workspace_id, key, recommendation, company, stack_item, mrr, one_time)
      values (${workspace}, ${key}, ${recommendation}, ${company}, ${stackItem}, ${mrr}, ${oneTime})
      on conflict do nothing returning key`.execute(tx);
    if (rows.length > 0) return key;
  }
}
