import { valueInWords } from '../../domain/activity/value-in-words.ts';
import { fieldWords } from '../../domain/activity/vocabulary.ts';
import type { HandField } from '../../domain/stack-items/merge-cells.ts';
import type { ItemMergePlan, PlannedCell } from './plan-item-merge.ts';

/** What gave way in a cell, in words: "alignment 40 %". */
export function givenUpInWords(plan: ItemMergePlan, cell: PlannedCell, currency: string): string[] {
  const products = [...plan.kept.products, ...plan.merged.products];
  const nameOf = (_: unknown, id: string) => products.find((product) => product.id === id)?.name ?? id;
  return (Object.entries(cell.givenUp) as [HandField, unknown][]).map(([field, value]) => {
    const words = fieldWords(field);
    return `${words.label} ${valueInWords(value, words, { currency, nameOf })}`;
  });
}

/** The item whose entries gave way. */
export const givingWay = ({ kept, merged }: ItemMergePlan, { first }: PlannedCell) =>
  first === 'kept' ? merged : kept;

/** The note that keeps what gave way, on the cell that stays; null: nothing did. */
export function noteOf(plan: ItemMergePlan, cell: PlannedCell, currency: string): string | null {
  const words = givenUpInWords(plan, cell, currency);
  if (words.length === 0) return null;
  const { kept, merged } = plan;
  return `Was set for “${givingWay(plan, cell).name}” when “${merged.name}” was merged into “${kept.name}”: ${words.join(', ')}.`;
}
