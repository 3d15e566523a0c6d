import { sql } from 'kysely';
import type { z } from 'zod';
import type {
  listRecommendations as endpoint,
  getRecommendationsCsv,
  Recommendation,
} from '../../contract/recommendations.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Database } from '../platform/database/database.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { readCursor, writeCursor } from '../platform/http/cursor.ts';
import { afterPlace, inOrder, isPlaceIn, listOrder } from './list-order.ts';
import { recommendationRows } from './read-recommendations.ts';
import { whichRecommendations } from './which-recommendations.ts';

type Query = z.output<NonNullable<typeof endpoint.query>>;
type WholeQuery = z.output<NonNullable<typeof getRecommendationsCsv.query>>;

/** A page of the recommendations to the companies that the viewer sees. */
export async function listRecommendations(
  database: Database,
  viewer: Viewer,
  { sort, order, limit, cursor, ...filters }: Query,
): Promise<{ items: Recommendation[]; next: string | null }> {
  const { definitions } = viewer.loaded;
  const { scope, which } = whichRecommendations(viewer, filters);
  const by = listOrder(sort, definitions);
  const after = cursor === undefined ? sql`true` : afterPlace(by, order, readCursor(cursor, isPlaceIn(by)));
  const rows = await inWorkspace(database, scope, (tx) =>
    recommendationRows(
      tx,
      definitions,
      sql`${which} and ${after}`,
      sql`${inOrder(by, order)} limit ${limit + 1}`,
    ),
  );
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    next: rows.length > limit && last ? writeCursor([by.of(last), last.title, last.id]) : null,
  };
}

/** All of them, for a file. */
export function everyRecommendation(
  database: Database,
  viewer: Viewer,
  { sort, order, ...filters }: WholeQuery,
): Promise<Recommendation[]> {
  const { definitions } = viewer.loaded;
  const { scope, which } = whichRecommendations(viewer, filters);
  return inWorkspace(database, scope, (tx) =>
    recommendationRows(tx, definitions, which, inOrder(listOrder(sort, definitions), order)),
  );
}
