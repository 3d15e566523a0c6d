import { z } from 'zod';

/** What a field must be, and what to say when it is not. */
type FieldRule = readonly [rule: z.ZodType, message: string];

/** The rules of a form: the contract's schema per field, with words for people in place of the schema's own. */
export function fieldRules(fields: Readonly<Record<string, FieldRule>>) {
  return z.object(
    Object.fromEntries(
      Object.entries(fields).map(([name, [rule, message]]) => [
        name,
        z.any().refine((value) => rule.safeParse(value).success, { error: message }),
      ]),
    ),
  );
}
