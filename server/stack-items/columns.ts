import type { NewProduct, ProductChange, StackItemChange } from '../../contract/stack-items.ts';
import { compareText } from '../../domain/text/compare.ts';

/** The fields of a stack item that a person sets. */
export const itemColumns = {
  name: 'name',
  definition: 'definition',
  category: 'category',
  order: 'order',
  tags: 'tags',
  weight: 'weight',
  agreementInclusionDefault: 'agreement_inclusion_default',
  anyOneOf: 'any_one_of',
  retired: 'retired',
} as const satisfies Record<keyof StackItemChange, string>;

/** The fields of a product that a person sets. */
export const productColumns = {
  name: 'name',
  standing: 'standing',
  productCodes: 'product_codes',
  mrrPerCompany: 'mrr_per_company',
  mrrPerSeat: 'mrr_per_seat',
  mrrPerLocation: 'mrr_per_location',
  oneTimePerCompany: 'one_time_per_company',
  oneTimePerSeat: 'one_time_per_seat',
  oneTimePerLocation: 'one_time_per_location',
} as const satisfies Record<keyof ProductChange, string>;

/** A change with its list as it is stored: each entry once, in order. */
export function itemInOrder<C extends StackItemChange>(change: C): C {
  return change.tags ? { ...change, tags: setOf(change.tags) } : change;
}

export function productInOrder<C extends ProductChange | NewProduct>(change: C): C {
  return change.productCodes ? { ...change, productCodes: setOf(change.productCodes) } : change;
}

function setOf(entries: readonly string[]): string[] {
  return [...new Set(entries)].sort(compareText);
}
