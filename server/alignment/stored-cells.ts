import { sql } from 'kysely';
import type { AlignmentBulkChange } from '../../contract/alignment.ts';
import { isApplicable } from '../../domain/alignment/applicable.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';
import type { Cell } from './cell.ts';

/** Where each field of a cell that a person sets is kept. */
export const cellColumns = {
  applicable: { column: 'applicable', type: 'boolean' },
  currentProduct: { column: 'current_product', type: 'text' },
  opportunityProduct: { column: 'opportunity_product', type: 'text' },
  alignment: { column: 'alignment', type: 'numeric' },
  agreementInclusion: { column: 'agreement_inclusion', type: 'boolean' },
  mrrOpportunity: { column: 'mrr_opportunity', type: 'bigint' },
  oneTimeOpportunity: { column: 'one_time_opportunity', type: 'bigint' },
  currentMrr: { column: 'current_mrr', type: 'bigint' },
  provider: { column: 'provider', type: 'text' },
  threat: { column: 'threat', type: 'boolean' },
} as const satisfies Record<keyof AlignmentBulkChange, { column: string; type: string }>;

/** What was set by hand in a cell; null: nothing. */
export type TypedCell = { readonly [Field in keyof Required<AlignmentBulkChange>]: unknown } & {
  readonly applicable: boolean | null;
};

export interface StoredCell extends Cell {
  readonly companyName: string;
  readonly companyTags: ReadonlySet<string>;
  readonly typed: TypedCell;
  /** Null: nothing was ever set. */
  readonly etag: string | null;
}

interface Row {
  readonly at: number;
  readonly name: string;
  readonly tags: readonly string[];
  readonly typed: TypedCell;
  readonly etag: string | null;
}

const typedFields = Object.entries(cellColumns).map(
  ([name, { column }]) => sql`${name}::text, a.${sql.ref(column)}`,
);

/** What is stored of these cells now, in their order; those of companies that the transaction does not see are left out. */
export async function storedCells(tx: Tx, cells: readonly Cell[]): Promise<StoredCell[]> {
  const companies = cells.map((cell) => cell.company);
  const items = cells.map((cell) => cell.stackItem.id);
  const { rows } = await sql<Row>`
    select (w.place - 1)::int as at, c.name, coalesce(c.tags, '{}') as tags,
      json_build_object(${sql.join(typedFields)}) as typed, '"' || md5(a::text) || '"' as etag
    from unnest(${companies}::text[], ${items}::text[]) with ordinality as w (company, stack_item, place)
    join companies c on c.workspace_id = (select current_workspace()) and c.key = w.company
    left join alignments a
      on a.workspace_id = c.workspace_id and a.company = w.company and a.stack_item = w.stack_item
    order by w.place`.execute(tx);
  return rows.map(({ at, name, tags, typed, etag }) => ({
    ...cells[at]!,
    companyName: name,
    companyTags: new Set(tags),
    typed,
    etag,
  }));
}

/** Whether the cell applies to its company, by hand or by tag. */
export const isApplicableCell = ({ typed, stackItem, companyTags }: StoredCell): boolean =>
  isApplicable(typed.applicable, stackItem.tags, companyTags);

/**
 * Refuses what is set in cells that do not apply to their company: nothing else of such a row can be
 * (docs/product.md §6). `typed` says what is set by hand in a cell once the change is made.
 */
export function requireApplicable(cells: readonly StoredCell[]): void {
  const out = cells.filter((cell) => !isApplicableCell(cell));
  const [first] = out;
  if (!first) return;
  const where = `"${first.stackItem.name}" is not applicable to "${first.companyName}"`;
  const others = out.length === 1 ? '' : `, and so are ${out.length - 1} more of these ${cells.length} cells`;
  throw new Refusal('unprocessable', `${where}${others}; set "applicable" to true first.`, {
    details: {
      cells: out.slice(0, 50).map(({ company, stackItem }) => ({ company, stackItem: stackItem.id })),
    },
  });
}
