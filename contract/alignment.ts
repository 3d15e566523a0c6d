import { z } from 'zod';
import { Cents, Decimal, Id } from './values.ts';

const Money = Cents.min(0).max(1e15);

/** What a person can set in one alignment cell. Null goes back to what the rules derive; what is left out stays. */
export const AlignmentChange = z.strictObject({
  applicable: z.boolean().nullable().optional(),
  currentProduct: Id.nullable().optional().describe('A product of the item, or "none"'),
  opportunityProduct: Id.nullable().optional().describe('A product of the item'),
  alignment: Decimal.nullable().optional().describe('0–100'),
  agreementInclusion: z.boolean().nullable().optional(),
  mrrOpportunity: Money.nullable().optional(),
  oneTimeOpportunity: Money.nullable().optional(),
  currentMrr: Money.nullable().optional(),
  provider: z
    .string()
    .trim()
    .min(1)
    .max(500)
    .regex(/^[^\p{Cc}]*$/u)
    .nullable()
    .optional(),
  threat: z.boolean().nullable().optional(),
});
export type AlignmentChange = z.infer<typeof AlignmentChange>;
