import { z } from 'zod';
import { Id } from '../../contract/values.ts';
import { compareText } from '../../domain/text/compare.ts';
import { type Field, severalOf } from '../editing/field-kinds.ts';
import { formatCount } from '../ui/numbers.ts';

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A field of several users or groups, said by their names. */
export function named(label: string, choices: readonly Choice[]): Field<readonly string[]> {
  const names = new Map(choices.map((choice) => [choice.value, choice.label]));
  const field = severalOf({
    label,
    rule: z.array(Id),
    message: 'Choose from the list',
    names: (id) => names.get(id) ?? id,
  });
  return { ...field, toValue: (control) => inOrder(field.toValue(control)) };
}

/** Lists are sets: the same entries are the same value, however they were ticked. */
export const inOrder = (ids: readonly string[]): string[] => [...ids].sort(compareText);

/** The ids of things that the server names. */
export const idsOf = (things: readonly { readonly id: string }[]): string[] =>
  inOrder(things.map(({ id }) => id));

/** A field of companies; beyond a few they are counted. */
export function companiesField(companies: readonly { id: string; name: string }[]): Field<readonly string[]> {
  const field = named(
    'Companies',
    companies.map(({ id, name }) => ({ value: id, label: name })),
  );
  return {
    ...field,
    words: (value, money) =>
      value.length > 5 ? formatCount(value.length, 'company', 'companies') : field.words(value, money),
  };
}
