import { type RawBuilder, sql } from 'kysely';
import { seesCompany, type Viewer } from '../access/viewer.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';

interface Use {
  readonly what: keyof typeof words;
  readonly company: string;
  readonly count: number;
}

const words = {
  cell: ['alignment cell', 'alignment cells'],
  note: ['note', 'notes'],
  line: ['recommendation line', 'recommendation lines'],
} as const;

const own = sql`workspace_id = (select current_workspace())`;

/** What hangs on a stack item or on one of its products; the transaction must see every company. */
export function usesOfItem(tx: Tx, id: string): Promise<Use[]> {
  const products = sql`array(select key from products where ${own} and stack_item = ${id})`;
  return uses(tx, [
    cells(
      sql`(stack_item = ${id} or current_product = any(${products}) or opportunity_product = any(${products}))`,
    ),
    sql`select 'note' as what, company, count(*)::int as count from alignment_notes
      where ${own} and stack_item = ${id} group by company`,
    sql`select 'line' as what, company, count(*)::int as count from recommendation_lines
      where ${own} and stack_item = ${id} group by company`,
  ]);
}

/** The cells that name a product; the transaction must see every company. */
export function usesOfProduct(tx: Tx, id: string): Promise<Use[]> {
  return uses(tx, [cells(sql`${id} in (current_product, opportunity_product)`)]);
}

/** Refuses (`conflict`) what is in use, in words about the companies that the viewer sees. */
export function requireUnused(viewer: Viewer, name: string, found: readonly Use[], instead: string): void {
  if (found.length === 0) return;
  const seen = found.filter(({ company }) => seesCompany(viewer, company));
  const companies = new Set(seen.map(({ company }) => company)).size;
  const parts = (['cell', 'note', 'line'] as const).flatMap((what) => {
    const count = seen.reduce((sum, use) => sum + (use.what === what ? use.count : 0), 0);
    return count === 0 ? [] : [`${count} ${words[what][count === 1 ? 0 : 1]}`];
  });
  const by =
    parts.length === 0
      ? ''
      : ` by ${inWords(parts)} of ${companies === 1 ? '1 company' : `${companies} companies`}`;
  throw new Refusal('conflict', `"${name}" is in use${by}. ${instead}`);
}

function inWords(parts: readonly string[]): string {
  return parts.length === 1 ? parts[0]! : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

function cells(which: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select 'cell' as what, company, count(*)::int as count from alignments
    where ${own} and ${which} group by company`;
}

async function uses(tx: Tx, counts: readonly RawBuilder<unknown>[]): Promise<Use[]> {
  const { rows } = await sql<Use>`${sql.join(counts, sql` union all `)}`.execute(tx);
  return rows;
}
