import { z } from 'zod';

const expected = 'a number such as 7.5, of at least 0, with at most 20 digits on each side of the point';

/** Points and weights as JSON numbers, within the bounds that the bundle has for them. */
export const NotNegative = z
  .number(expected)
  .min(0, expected)
  .refine((value) => /^\d{1,20}(\.\d{1,20})?$/.test(String(value)), expected);
