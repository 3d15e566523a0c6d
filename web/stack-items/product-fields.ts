import { z } from 'zod';
import { MoneyField, NameField, TagsField } from '../../contract/bundle/fields.ts';
import { type Product, STANDINGS } from '../../contract/stack-items.ts';
import type { Standing } from '../../domain/portfolio/definitions.ts';
import { amount, oneOf, requiredText, severalOf } from '../editing/field-kinds.ts';
import type { Fields } from '../editing/use-edit-form.ts';
import { STANDING_NAMES } from './standings.ts';

/** What the dialog edits of a product, as the API takes it. */
export type ProductValues = Readonly<{
  name: string;
  standing: Standing;
  productCodes: readonly string[];
  mrrPerCompany: number | null;
  mrrPerSeat: number | null;
  mrrPerLocation: number | null;
  oneTimePerCompany: number | null;
  oneTimePerSeat: number | null;
  oneTimePerLocation: number | null;
}>;

export const productValues = (product: Product): ProductValues => ({
  name: product.name,
  standing: product.standing,
  productCodes: product.productCodes,
  mrrPerCompany: product.mrrPerCompany,
  mrrPerSeat: product.mrrPerSeat,
  mrrPerLocation: product.mrrPerLocation,
  oneTimePerCompany: product.oneTimePerCompany,
  oneTimePerSeat: product.oneTimePerSeat,
  oneTimePerLocation: product.oneTimePerLocation,
});

/** What a new product starts with; the first of an item is usually the preferred one. */
export const newProduct = (first: boolean): ProductValues => ({
  name: '',
  standing: first ? 'preferred' : 'supported',
  productCodes: [],
  mrrPerCompany: null,
  mrrPerSeat: null,
  mrrPerLocation: null,
  oneTimePerCompany: null,
  oneTimePerSeat: null,
  oneTimePerLocation: null,
});

const price = (label: string) =>
  amount({
    label,
    rule: MoneyField.nullable(),
    message: 'An amount from 0 to 10,000,000,000,000.00, or nothing',
  });

/** The fields of the dialog by the names that the screens have for them. */
export const productFields: Fields<ProductValues> = {
  name: requiredText({ label: 'Name', rule: NameField, message: 'Give the product a name' }),
  standing: oneOf<Standing>({
    label: 'Standing',
    rule: z.enum(STANDINGS),
    message: 'Choose a standing',
    names: (standing) => STANDING_NAMES[standing as Standing],
  }),
  productCodes: severalOf({
    label: 'Product codes',
    rule: TagsField,
    message: 'Codes as they stand on contract lines',
    names: (code) => code,
  }),
  mrrPerCompany: price('MRR per company'),
  mrrPerSeat: price('MRR per seat'),
  mrrPerLocation: price('MRR per location'),
  oneTimePerCompany: price('One-time per company'),
  oneTimePerSeat: price('One-time per seat'),
  oneTimePerLocation: price('One-time per location'),
};
