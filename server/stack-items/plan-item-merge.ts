import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { StackItem } from '../../contract/stack-items.ts';
import { sharesTag } from '../../domain/alignment/applicable.ts';
import {
  type MergedCell,
  mergeCells,
  NOTHING_SET,
  type SetByHand,
} from '../../domain/stack-items/merge-cells.ts';
import { joined, type ProductsOfBoth, productsOfBoth } from '../../domain/stack-items/merge-products.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { handSetOf } from './hand-set.ts';
import { requireItem } from './locked-stack.ts';
import { priced } from './priced.ts';

/** Everything that merging one stack item into another does, at every company. */
export interface ItemMergePlan {
  readonly kept: StackItem;
  readonly merged: StackItem;
  readonly tags: readonly string[];
  readonly products: ProductsOfBoth;
  readonly cells: readonly PlannedCell[];
  /** Ids of notes and recommendation lines of the merged item, with their companies. */
  readonly notes: readonly Belonging[];
  readonly lines: readonly Belonging[];
  /** A sum over all that the plan rests on. */
  readonly etag: string;
}

export interface PlannedCell extends MergedCell {
  readonly company: string;
  /** As stored, with products as they are called afterwards; null: nothing is. */
  readonly before: SetByHand | null;
  readonly mergedBefore: SetByHand | null;
}

interface Belonging {
  readonly id: string;
  readonly company: string;
}

/** Plans the merge over what is stored; the transaction must see every company. Refuses what cannot be merged. */
export async function planItemMerge(
  tx: Tx,
  stack: readonly StackItem[],
  id: string,
  into: string,
): Promise<ItemMergePlan> {
  const [merged, kept] = [requireItem(stack, id), requireItem(stack, into)];
  if (id === into) throw new Refusal('conflict', `"${kept.name}" cannot be merged into itself.`);
  if (kept.retired && !merged.retired)
    throw new Refusal(
      'conflict',
      `"${kept.name}" is retired: restore it first, or merge the other way round.`,
    );
  const products = productsOfBoth(kept.products.map(priced), merged.products.map(priced));
  const { cells, rests } = await planCells(tx, kept, merged, products);
  const notes = await belongings(tx, 'alignment_notes', id);
  const lines = await belongings(tx, 'recommendation_lines', id);
  const etags = [kept, merged].flatMap((item) => [item, ...item.products]).map(({ etag }) => etag);
  const ids = [notes, lines].map((list) => list.map((one) => one.id));
  return {
    kept,
    merged,
    tags: joined(kept.tags, merged.tags),
    products,
    cells,
    notes,
    lines,
    etag: etagOf([etags, rests, ids]),
  };
}

async function planCells(tx: Tx, kept: StackItem, merged: StackItem, products: ProductsOfBoth) {
  const stored = await handSetOf(tx, [kept.id, merged.id]);
  const tags = await tagsOf(tx, [...new Set(stored.map(({ company }) => company))]);
  const renamed = new Map(products.joined.map(({ product, into }) => [product.id, into.id]));
  const cells = [...tags].map(([company, companyTags]): PlannedCell => {
    const of = (item: StackItem) => {
      const row = stored.find((cell) => cell.company === company && cell.stackItem === item.id);
      return {
        row: row ? withProducts(row.set, renamed) : null,
        cell: {
          set: row ? withProducts(row.set, renamed) : NOTHING_SET,
          tagMatched: sharesTag(item.tags, companyTags),
        },
      };
    };
    const [these, those] = [of(kept), of(merged)];
    return {
      company,
      before: these.row,
      mergedBefore: those.row,
      ...mergeCells(these.cell, those.cell),
    };
  });
  const matched = [...tags].map(([company, own]) => [
    company,
    sharesTag(kept.tags, own),
    sharesTag(merged.tags, own),
  ]);
  return { cells, rests: [stored.map(({ etag }) => etag), matched] };
}

/** The entries with products that become one with others called by those. */
function withProducts(set: SetByHand, renamed: ReadonlyMap<string, string>): SetByHand {
  const called = (id: string | null) => (id === null ? null : (renamed.get(id) ?? id));
  return {
    ...set,
    currentProduct: called(set.currentProduct),
    opportunityProduct: called(set.opportunityProduct),
  };
}

async function tagsOf(tx: Tx, companies: readonly string[]): Promise<Map<string, ReadonlySet<string>>> {
  const { rows } = await sql<{ key: string; tags: readonly string[] }>`
    select key, coalesce(tags, '{}') as tags from companies
    where workspace_id = (select current_workspace()) and key = any(${companies}) order by key collate "C"`.execute(
    tx,
  );
  return new Map(rows.map(({ key, tags }) => [key, new Set(tags)]));
}

async function belongings(
  tx: Tx,
  table: 'alignment_notes' | 'recommendation_lines',
  stackItem: string,
): Promise<Belonging[]> {
  const { rows } = await sql<Belonging>`select key as id, company from ${sql.table(table)}
    where workspace_id = (select current_workspace()) and stack_item = ${stackItem}
    order by key collate "C"`.execute(tx);
  return rows;
}

/** As requests carry it, of anything that can be written as JSON. */
export function etagOf(rests: unknown): string {
  return `"${createHash('md5').update(JSON.stringify(rests)).digest('hex')}"`;
}
