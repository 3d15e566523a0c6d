import { z } from 'zod';
import { DayField, NameField, TextField } from '../../contract/bundle/fields.ts';
import type { Goal } from '../../contract/goals.ts';
import type { Named } from '../../contract/values.ts';
import { day, oneOf, optionalText, requiredText, severalOf, wholeNumber } from '../editing/field-kinds.ts';
import type { Fields } from '../editing/use-edit-form.ts';

export type GoalValues = Readonly<{
  title: string;
  description: string | null;
  category: string | null;
  owner: string | null;
  targetDate: string | null;
  /** Any word that was imported. */
  status: string | null;
  progress: number | null;
  recommendations: readonly string[];
}>;

export const goalValues = (goal: Goal): GoalValues => ({
  title: goal.title,
  description: goal.description,
  category: goal.category,
  owner: goal.owner?.id ?? null,
  targetDate: goal.targetDate,
  status: goal.status,
  progress: goal.progress,
  recommendations: goal.recommendations.map(({ id }) => id),
});

interface GoalChoices {
  readonly owners: readonly Named[];
  readonly recommendations: readonly { readonly id: string; readonly title: string }[];
}

export function goalFields({ owners, recommendations }: GoalChoices): Fields<GoalValues> {
  const named = (label: string, message: string) => ({ label, rule: z.string().nullable(), message });
  return {
    title: requiredText({ label: 'Goal', rule: NameField, message: 'Say what the client wants to reach' }),
    description: optionalText({
      label: 'What success looks like',
      rule: TextField.nullable(),
      message: 'At most 100,000 characters',
    }),
    category: optionalText({
      label: 'Category',
      rule: NameField.nullable(),
      message: 'At most 100,000 characters',
    }),
    owner: oneOf<string | null>({
      ...named('Owner', 'Choose a user'),
      names: (id) => owners.find((one) => one.id === id)?.name ?? id,
    }),
    targetDate: day({ label: 'Target date', rule: DayField.nullable(), message: 'A date, or nothing' }),
    status: oneOf<string | null>({ ...named('Status', 'Choose a status'), names: (status) => status }),
    progress: wholeNumber({
      label: 'Progress',
      rule: z.number().min(0).max(100).multipleOf(0.01).nullable(),
      message: 'A number from 0 to 100',
    }),
    recommendations: severalOf({
      label: 'Recommendations that serve it',
      rule: z.array(z.string()),
      message: 'Choose recommendations',
      names: (id) => recommendations.find((one) => one.id === id)?.title ?? id,
    }),
  };
}
