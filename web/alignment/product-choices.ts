import type { AlignmentChange, AlignmentRow } from '../../contract/alignment.ts';
import { Line } from '../../contract/values.ts';
import { NO_PRODUCT } from '../../domain/alignment/cell.ts';
import { typedValue } from './typed-values.ts';

export type ProductField = 'currentProduct' | 'opportunityProduct';

/** Something to choose in a product cell, and the change that it makes. */
export interface ProductChoice {
  readonly label: string;
  /** What stands beside it. */
  readonly note: string;
  readonly change: AlignmentChange;
  /** It is set by hand now. */
  readonly chosen: boolean;
}

/**
 * What can be chosen for a product cell while `text` is typed: the item's products, what is found by the rules, and for the
 * current product none, or the text itself, which becomes another product of the item (docs/product.md §6).
 */
export function productChoices(
  row: AlignmentRow,
  field: ProductField,
  text: string,
): readonly ProductChoice[] {
  const typed = typedValue(row, field);
  const wanted = folded(text);
  const products = row.products.map(({ id, name, standing }) => ({
    label: name,
    note: standing,
    change: { [field]: id },
    chosen: typed === id,
  }));
  const none = {
    label: 'None',
    note: 'uses no product',
    change: { [field]: NO_PRODUCT },
    chosen: typed === NO_PRODUCT,
  };
  const byRules = {
    label: 'By the rules',
    note: RULES[field],
    change: { [field]: null },
    chosen: typed === null,
  };
  const known = [...products, ...(field === 'currentProduct' ? [none] : []), byRules].filter(({ label }) =>
    folded(label).includes(wanted),
  );
  return field === 'currentProduct' && isNew(row, text) ? [...known, added(text)] : known;
}

const RULES: Readonly<Record<ProductField, string>> = {
  currentProduct: 'from contract lines',
  opportunityProduct: 'the preferred product',
};

const added = (text: string): ProductChoice => ({
  label: `Add “${text.trim()}”`,
  note: 'another product of this item',
  change: { currentProductName: text.trim() },
  chosen: false,
});

function isNew({ products }: AlignmentRow, text: string): boolean {
  const wanted = folded(text);
  const taken = [NO_PRODUCT, ...products.map(({ name }) => folded(name))];
  return Line.safeParse(text).success && !taken.includes(wanted);
}

const folded = (text: string): string => text.normalize('NFC').trim().toLowerCase();
