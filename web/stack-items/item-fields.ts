import { z } from 'zod';
import { NameField, TagsField, TextField } from '../../contract/bundle/fields.ts';
import { NotNegative } from '../../contract/not-negative.ts';
import type { StackItem } from '../../contract/stack-items.ts';
import { decimal, flag, optionalText, requiredText, severalOf } from '../editing/field-kinds.ts';
import type { Fields } from '../editing/use-edit-form.ts';

/** What the dialog edits of a stack item, as the API takes it. */
export type ItemValues = Readonly<{
  name: string;
  definition: string | null;
  category: string | null;
  tags: readonly string[];
  weight: number;
  agreementInclusionDefault: boolean;
  anyOneOf: string | null;
  retired: boolean;
}>;

export const itemValues = (item: StackItem): ItemValues => ({
  name: item.name,
  definition: item.definition,
  category: item.category,
  tags: item.tags,
  weight: item.weight,
  agreementInclusionDefault: item.agreementInclusionDefault,
  anyOneOf: item.anyOneOf,
  retired: item.retired,
});

/** What a new item starts with. */
export const NEW_ITEM: ItemValues = {
  name: '',
  definition: null,
  category: null,
  tags: [],
  weight: 1,
  agreementInclusionDefault: false,
  anyOneOf: null,
  retired: false,
};

const LONG = 'At most 100,000 characters';
const text = (label: string) => optionalText({ label, rule: TextField.nullable(), message: LONG });

/** The fields of the dialog by the names that the screens have for them. */
export const itemFields: Fields<ItemValues> = {
  name: requiredText({ label: 'Name', rule: NameField, message: 'Give the item a name' }),
  definition: text('Quick definition'),
  category: text('Category'),
  tags: severalOf({
    label: 'Tags',
    rule: TagsField,
    message: 'Tags that say something',
    names: (tag) => tag,
  }),
  weight: decimal({ label: 'Weight', rule: NotNegative, message: 'A number from 0 up, such as 1 or 2.5' }),
  agreementInclusionDefault: flag({
    label: 'Included in agreements by default',
    rule: z.boolean(),
    message: 'Yes or no',
  }),
  anyOneOf: text('Any one of'),
  retired: flag({ label: 'Retired', rule: z.boolean(), message: 'Yes or no' }),
};
