import type { StackItem } from '../../domain/portfolio/definitions.ts';
import { requireCompany, type Viewer } from '../access/viewer.ts';
import { notFound } from '../platform/http/refusal.ts';

/** A company and one of the workspace's stack items. */
export interface Cell {
  readonly company: string;
  readonly stackItem: StackItem;
}

/** The cell that a path names; a company that the viewer does not see has none (404), and there must be such an item. */
export function cellOf(viewer: Viewer, { id, stackItem }: { id: string; stackItem: string }): Cell {
  requireCompany(viewer, id);
  return { company: id, stackItem: stackItemOf(viewer, stackItem) };
}

/** The cells of these companies and items, each once. */
export function cellsOf(
  viewer: Viewer,
  selection: readonly { readonly company: string; readonly stackItems: readonly string[] }[],
): Cell[] {
  const byCompany = new Map<string, Set<string>>();
  for (const { company, stackItems } of selection) {
    requireCompany(viewer, company);
    const items = byCompany.get(company) ?? new Set();
    for (const item of stackItems) items.add(item);
    byCompany.set(company, items);
  }
  const items = new Map(viewer.loaded.definitions.stackItems.map((item) => [item.id, item]));
  return [...byCompany].flatMap(([company, ids]) =>
    Array.from(ids, (id) => {
      const stackItem = items.get(id);
      if (!stackItem) throw notFound('stack item', id);
      return { company, stackItem };
    }),
  );
}

function stackItemOf({ loaded }: Viewer, id: string): StackItem {
  const item = loaded.definitions.stackItems.find((candidate) => candidate.id === id);
  if (!item) throw notFound('stack item', id);
  return item;
}
