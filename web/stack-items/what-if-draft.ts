import type { Product, StackItem } from '../../domain/portfolio/definitions.ts';
import type { Draft } from '../../domain/what-if/draft.ts';
import type { Merge } from '../../domain/what-if/merge.ts';
import type { ItemValues } from './item-fields.ts';
import type { ProductValues } from './product-fields.ts';

/** What is edited in a dialog of the Stack Manager. `id` null: something new. */
export type StackEdit =
  | { readonly what: 'item'; readonly id: string | null; readonly changed: Partial<ItemValues> }
  | {
      readonly what: 'product';
      readonly item: string;
      readonly id: string | null;
      readonly changed: Partial<ProductValues>;
    }
  | { readonly what: 'merge'; readonly merge: Merge };

/** Stands for what has no id yet. */
const NEW = '~new';

/** The edit as one of what holds for all companies; what is half typed stays as it is stored. */
export function draftOfEdit(edit: StackEdit, stackItems: readonly StackItem[]): Draft {
  if (edit.what === 'merge') return { merge: edit.merge };
  const edited =
    edit.what === 'item'
      ? put(stackItems, edit.id, emptyItem, (item) => editedItem(item, edit.changed))
      : stackItems.map((item) =>
          item.id === edit.item
            ? {
                ...item,
                products: put(item.products, edit.id, emptyProduct, (product) =>
                  editedProduct(product, edit.changed),
                ),
              }
            : item,
        );
  return { definitions: { stackItems: edited } };
}

/** Whether figures can move by it: they do not by a name. */
export function movesFigures(edit: StackEdit): boolean {
  return edit.what === 'merge' || Object.keys(edit.changed).some((field) => !SILENT.has(field));
}

const SILENT: ReadonlySet<string> = new Set(['name', 'definition', 'category', 'agreementInclusionDefault']);

function put<One extends { readonly id: string }>(
  list: readonly One[],
  id: string | null,
  fresh: One,
  edited: (one: One) => One,
): readonly One[] {
  if (id === null) return [...list, edited(fresh)];
  return list.map((one) => (one.id === id ? edited(one) : one));
}

function editedItem(item: StackItem, { weight, tags, anyOneOf, retired }: Partial<ItemValues>): StackItem {
  return {
    ...item,
    ...(isAmount(weight) ? { weight: String(weight) } : {}),
    ...(tags ? { tags } : {}),
    ...(anyOneOf === undefined ? {} : { anyOneOf }),
    ...(retired === undefined ? {} : { retired }),
  };
}

function editedProduct(product: Product, changed: Partial<ProductValues>): Product {
  const { standing, productCodes } = changed;
  const price = (name: keyof ProductValues, stored: number | null) => {
    const value = changed[name];
    return value === null || (isAmount(value) && Number.isSafeInteger(value)) ? value : stored;
  };
  const { mrr, oneTime } = product;
  return {
    ...product,
    ...(standing ? { standing } : {}),
    ...(productCodes ? { productCodes } : {}),
    mrr: {
      perCompany: price('mrrPerCompany', mrr.perCompany),
      perSeat: price('mrrPerSeat', mrr.perSeat),
      perLocation: price('mrrPerLocation', mrr.perLocation),
    },
    oneTime: {
      perCompany: price('oneTimePerCompany', oneTime.perCompany),
      perSeat: price('oneTimePerSeat', oneTime.perSeat),
      perLocation: price('oneTimePerLocation', oneTime.perLocation),
    },
  };
}

const isAmount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;

const emptyItem: StackItem = {
  id: NEW,
  name: '',
  definition: null,
  category: null,
  order: null,
  tags: [],
  weight: '1',
  agreementInclusionDefault: false,
  anyOneOf: null,
  retired: false,
  products: [],
};

const noPrices = { perCompany: null, perSeat: null, perLocation: null };
const emptyProduct: Product = {
  id: NEW,
  name: '',
  standing: 'supported',
  productCodes: [],
  mrr: noPrices,
  oneTime: noPrices,
};
