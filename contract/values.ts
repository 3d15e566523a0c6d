import { z } from 'zod';

/** Whole cents of the workspace's currency; a sum beyond 2^53 is to the nearest number that JSON readers can hold. */
export const Cents = z
  .number()
  .multipleOf(1)
  .meta({ type: 'integer', description: 'Whole cents of the workspace’s currency' });

/** An entity's id is its key in the bundle: any text that can be stored, so without NUL and halves of surrogate pairs. */
export const Id = z
  .string()
  .min(1)
  .max(2000)
  .regex(/^[^\0\p{Cs}]*$/u, 'text without NUL');

export const Day = z.iso.date().describe('A calendar day, YYYY-MM-DD');

/** Text of one line that a person typed: no control characters, no half of a surrogate pair. */
export const Line = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'text without control characters');

export const Email = z.email().max(320);

/** Long enough to stand against guessing together with the limit on tries; no rules on its characters. */
export const Password = z.string().min(8).max(256).meta({ format: 'password' });

/** An entity with its name, to choose or link it. */
export const Named = z.object({ id: z.string(), name: z.string() });
export type Named = z.infer<typeof Named>;

export const Timestamp = z.iso.datetime({ offset: true });

/** Path parameters of an endpoint about one thing. */
export const ById = z.strictObject({ id: Id });

/** An answer without a body (204). */
export const Nothing = z.undefined();
