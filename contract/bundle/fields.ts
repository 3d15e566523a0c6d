import { z } from 'zod';

/**
 * What a field of the API may hold where the bundle has a column for it: the bounds of docs/portfolio-format.md for
 * values that come as JSON, in the importer's words. Money is whole cents here.
 */

const LONGEST_TEXT = 100_000;
const LARGEST_CENTS = 1e15;

const text = 'at most 100,000 characters and no NUL';

function isText(value: string): boolean {
  const short = value.length <= LONGEST_TEXT || Array.from(value).length <= LONGEST_TEXT;
  return short && !/[\0\p{Cs}]/u.test(value);
}

/** Kept as it was typed. Empty text is no value: null is. */
export const TextField = z.string().min(1, 'some text, or null for none').refine(isText, text);

/** Text that must say something; spaces around it are dropped. */
export const NameField = z.string().trim().min(1, 'some text').refine(isText, text);

const money = 'whole cents, from 0 to 10^15';
export const MoneyField = z.int(money).min(0, money).max(LARGEST_CENTS, money);

const signedMoney = 'whole cents, at most 10^15 in size';
/** Negative: a credit. */
export const SignedMoneyField = z
  .int(signedMoney)
  .min(-LARGEST_CENTS, signedMoney)
  .max(LARGEST_CENTS, signedMoney);

const count = `a whole number from 0 to ${Number.MAX_SAFE_INTEGER}`;
export const CountField = z.int(count).min(0, count);

const year = 'a whole number from 0 to 9999';
export const YearField = z.int(year).min(0, year).max(9999, year);

export const CurrencyField = z.string().regex(/^[A-Z]{3}$/, 'a currency of ISO 4217 such as USD');

const day = 'a date such as 2026-11-30';
export const DayField = z.iso.date(day).refine((value) => !value.startsWith('0000'), day);

const timeOfDay = 'a time of day such as 14:30';
/** On the clocks of the workspace's time zone. */
export const TimeOfDayField = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, timeOfDay);

/** An exact decimal number, as text. */
export const DecimalField = z
  .string()
  .regex(
    /^-?\d{1,20}(\.\d{1,20})?$/,
    'a number such as 12.5, with at most 20 digits on each side of the point',
  );

/** Labels, each counted once, whatever their order. */
export const TagsField = z.array(TextField).max(1000);
