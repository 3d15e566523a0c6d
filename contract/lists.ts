import { z } from 'zod';

/** Query of every list that comes in pages. */
export const Page = {
  limit: z.coerce.number().int().min(1).max(500).default(100),
  cursor: z.string().max(4000).optional().describe('`next` of the page before'),
};

/** A page of a list; `next` is null on the last one. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}

/** A list that always comes whole. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item) });
}
