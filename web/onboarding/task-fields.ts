import { z } from 'zod';
import { DayField, NameField, TextField } from '../../contract/bundle/fields.ts';
import type { OnboardingTask } from '../../contract/onboarding.ts';
import type { Named } from '../../contract/values.ts';
import { SIDES, type Side } from '../../domain/onboarding/sides.ts';
import { day, flag, oneOf, optionalText, requiredText } from '../editing/field-kinds.ts';
import type { Fields } from '../editing/use-edit-form.ts';
import { SIDE_CHOICES } from './side-names.ts';

export type TaskValues = Readonly<{
  title: string;
  description: string | null;
  side: Side;
  owner: string | null;
  contact: string | null;
  ownerName: string | null;
  dueDate: string | null;
  required: boolean;
  note: string | null;
}>;

export const NEW_TASK: TaskValues = {
  title: '',
  description: null,
  side: 'us',
  owner: null,
  contact: null,
  ownerName: null,
  dueDate: null,
  required: false,
  note: null,
};

export const taskValues = (task: OnboardingTask): TaskValues => ({
  title: task.title,
  description: task.description,
  side: task.side,
  owner: task.owner?.id ?? null,
  contact: task.contact?.id ?? null,
  ownerName: task.ownerName,
  dueDate: task.dueDate,
  required: task.required,
  note: task.note,
});

export function taskFields(users: readonly Named[], contacts: readonly Named[]): Fields<TaskValues> {
  const text = (label: string) =>
    optionalText({ label, rule: TextField.nullable(), message: 'At most 100,000 characters' });
  const person = (label: string, people: readonly Named[]) =>
    oneOf<string | null>({
      label,
      rule: z.string().nullable(),
      message: 'Choose somebody',
      names: (id) => people.find((one) => one.id === id)?.name ?? id,
    });
  return {
    title: requiredText({
      label: 'Task',
      rule: NameField.max(500),
      message: 'Say what is to be done, in at most 500 characters',
    }),
    description: text('Details'),
    side: oneOf<Side>({
      label: 'Whose task',
      rule: z.enum(SIDES),
      message: 'Choose a side',
      names: (side) => SIDE_CHOICES.find(({ value }) => value === side)?.label ?? side,
    }),
    owner: person('Owner', users),
    contact: person('Contact', contacts),
    ownerName: optionalText({
      label: 'Or by role or name',
      rule: NameField.max(300).nullable(),
      message: 'At most 300 characters',
    }),
    dueDate: day({ label: 'Due', rule: DayField.nullable(), message: 'A date, or nothing' }),
    required: flag({
      label: 'Required before the company is active',
      rule: z.boolean(),
      message: 'Yes or no',
    }),
    note: text('Note'),
  };
}
