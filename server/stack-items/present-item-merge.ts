import type { ItemMerge } from '../../contract/stack-merge.ts';
import { seesCompany, type Viewer } from '../access/viewer.ts';
import { givenUpInWords, givingWay } from './given-up.ts';
import type { ItemMergePlan } from './plan-item-merge.ts';

/** So many decided cells are told one by one. */
const TOLD = 100;

/** A merge as the viewer may know it before it is done: of the companies that they see. */
export function presentItemMerge(plan: ItemMergePlan, viewer: Viewer): ItemMerge {
  const { kept, merged, products } = plan;
  const { portfolio, definitions } = viewer.loaded;
  const seen = ({ company }: { readonly company: string }) => seesCompany(viewer, company);
  const cells = plan.cells.filter((cell) => cell.mergedBefore !== null && seen(cell));
  const [notes, lines] = [plan.notes.filter(seen), plan.lines.filter(seen)];
  const decided = cells.filter(({ givenUp }) => Object.keys(givenUp).length > 0);
  const named = ({ id, name }: { readonly id: string; readonly name: string }) => ({ id, name });
  return {
    item: named(merged),
    into: named(kept),
    addedTags: plan.tags.filter((tag) => !kept.tags.includes(tag)),
    products: {
      moved: products.moved.map(named),
      joined: products.joined.map(({ product }) => named(product)),
    },
    companies: new Set([...cells, ...notes, ...lines].map(({ company }) => company)).size,
    cells: cells.length,
    notes: notes.length,
    recommendationLines: lines.length,
    decided: decided.slice(0, TOLD).map((cell) => ({
      company: { id: cell.company, name: portfolio.names[portfolio.slots.get(cell.company)!]! },
      of: named(givingWay(plan, cell)),
      givenUp: givenUpInWords(plan, cell, definitions.workspace.currency),
    })),
    moreDecided: Math.max(0, decided.length - TOLD),
    etag: plan.etag,
  };
}
