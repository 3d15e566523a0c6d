import type { AlignmentGrid, AlignmentRow, AlignmentSaved } from '../../contract/alignment.ts';
import type { CellExplanation, CompanyExplanation } from '../../contract/explanation.ts';
import type { Recommendation } from '../../contract/recommendations.ts';
import type { Grants } from '../../domain/access/grants.ts';
import type { StackItem } from '../../domain/portfolio/definitions.ts';
import { namedUser } from '../access/named-user.ts';
import { explainCompanyTo } from '../companies/explain-company.ts';
import type { Tx } from '../platform/database/transaction.ts';
import type { LoadedPortfolio } from '../portfolio/loaded-portfolio.ts';
import { linkedTo, readRecommendations } from '../recommendations/read-recommendations.ts';
import type { Cell } from './cell.ts';
import { type NotesInBrief, notesInBrief } from './read-notes.ts';

/** A company's whole grid; the transaction must see the company. */
export async function readGrid(tx: Tx, loaded: LoadedPortfolio, company: string): Promise<AlignmentGrid> {
  const { explained, rows } = await readRows(tx, loaded, company);
  return {
    company: { id: explained.id, name: explained.name },
    asOf: explained.asOf,
    staleAfterDays: loaded.definitions.workspace.alignmentStaleAfterDays,
    totals: totalsOf(explained),
    bands: loaded.definitions.alignmentBands.map(({ name, color, from }) => ({
      name,
      color,
      from: Number(from),
    })),
    rows,
  };
}

/** One row, with the company's totals and the rows that stand for the same thing. */
export async function readSaved(
  tx: Tx,
  loaded: LoadedPortfolio,
  { company, stackItem }: Cell,
): Promise<AlignmentSaved> {
  const { explained, rows } = await readRows(tx, loaded, company);
  const row = rows.find((candidate) => candidate.stackItem.id === stackItem.id)!;
  const sameGroup = rows.filter(
    (other) => other !== row && row.anyOneOf !== null && other.anyOneOf === row.anyOneOf,
  );
  return { ...row, totals: totalsOf(explained), sameGroup };
}

async function readRows(tx: Tx, loaded: LoadedPortfolio, company: string) {
  const explained = await explainCompanyTo(tx, { loaded }, company);
  const notes = await notesInBrief(tx, loaded.grants, company);
  const recommendations = await readRecommendations(tx, loaded.definitions, company);
  const { stackItems } = loaded.definitions;
  const rows = explained.alignment.cells.map((cell, i) =>
    rowOf(stackItems[i]!, cell, { grants: loaded.grants, notes, recommendations }),
  );
  return { explained, rows };
}

interface Beside {
  readonly grants: Grants;
  readonly notes: ReadonlyMap<string, NotesInBrief>;
  readonly recommendations: readonly Recommendation[];
}

function rowOf(item: StackItem, cell: CellExplanation, beside: Beside): AlignmentRow {
  const { definition, category, tags, anyOneOf, retired, products } = item;
  const { count = 0, latest = [] } = beside.notes.get(item.id) ?? {};
  return {
    ...cell,
    definition,
    category,
    tags: [...tags],
    anyOneOf,
    retired,
    products: products.map(({ id, name, standing }) => ({ id, name, standing })),
    setByName: cell.setBy === null ? null : namedUser(beside.grants, cell.setBy).name,
    notes: { count, latest: [...latest] },
    links: linkedTo(item.id, beside.recommendations),
  };
}

function totalsOf({ alignment }: CompanyExplanation): AlignmentGrid['totals'] {
  const { percent, mrrOpportunity, oneTimeOpportunity } = alignment;
  return { percent, mrrOpportunity, oneTimeOpportunity };
}
