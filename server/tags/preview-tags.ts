import { sql } from 'kysely';
import type { TagsPreview } from '../../contract/tags.ts';
import { canSee } from '../../domain/access/company-scope.ts';
import { type ApplicableChange, applicableChanges } from '../../domain/tags/applicable-changes.ts';
import { compareText } from '../../domain/text/compare.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Tx } from '../platform/database/transaction.ts';

/** So many cells are told one by one. */
const LISTED = 200;

/** What a change of tags would do to the companies that the viewer, and the transaction, see. */
export async function previewTags(
  tx: Tx,
  { loaded, scope }: Pick<Viewer, 'loaded' | 'scope'>,
  names: ReadonlyMap<string, string | null>,
): Promise<TagsPreview> {
  const { portfolio, definitions } = loaded;
  const seen = [...portfolio.slots]
    .filter(([id]) => canSee(scope, id))
    .map(([id, slot]) => ({ id, name: portfolio.names[slot]!, tags: portfolio.tags[slot]! }));
  const carries = ({ tags }: { readonly tags: readonly string[] }) => tags.some((tag) => names.has(tag));
  const typed = await typedCells(tx, applicableChanges(seen, definitions.stackItems, names));
  const companyNames = new Map(seen.map(({ id, name }) => [id, name]));
  const itemNames = new Map(definitions.stackItems.map(({ id, name }) => [id, name]));
  const told = (applicable: boolean) => {
    const cells = typed
      .filter((change) => change.applicable === applicable)
      .map(({ company, stackItem }) => ({
        company: { id: company, name: companyNames.get(company)! },
        stackItem: { id: stackItem, name: itemNames.get(stackItem)! },
      }))
      .sort(
        (a, b) =>
          compareText(a.company.name, b.company.name) || compareText(a.stackItem.name, b.stackItem.name),
      );
    return { count: cells.length, cells: cells.slice(0, LISTED) };
  };
  return {
    companies: seen.filter(carries).length,
    stackItems: definitions.stackItems.filter(carries).map(({ id, name }) => ({ id, name })),
    applicable: told(true),
    notApplicable: told(false),
  };
}

/** Those of the changes that no hand-made choice stands against. */
async function typedCells(tx: Tx, changes: readonly ApplicableChange[]): Promise<ApplicableChange[]> {
  const companies = [...new Set(changes.map(({ company }) => company))];
  const items = [...new Set(changes.map(({ stackItem }) => stackItem))];
  const { rows } = await sql<{ company: string; stackItem: string }>`
    select company, stack_item as "stackItem" from alignments
    where workspace_id = (select current_workspace()) and applicable is not null
      and company = any(${companies}) and stack_item = any(${items})`.execute(tx);
  const byHand = new Set(rows.map(({ company, stackItem }) => JSON.stringify([company, stackItem])));
  return changes.filter(({ company, stackItem }) => !byHand.has(JSON.stringify([company, stackItem])));
}
