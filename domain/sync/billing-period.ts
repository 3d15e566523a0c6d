import type { Cycle } from '../portfolio/facts.ts';

const NUMBERS: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, six: 6, twelve: 12, other: 2 };
const MONTHS: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12 };
const WEEKLY: Readonly<Record<number, Cycle>> = { 1: 'weekly', 2: 'biweekly' };
const MONTHLY: Readonly<Record<number, Cycle>> = {
  1: 'monthly',
  2: 'bimonthly',
  3: 'quarterly',
  6: 'semiannual',
  12: 'annual',
  24: 'biennial',
  36: 'triennial',
};

/** "3 months", "every 2 weeks", "3-yearly", "month". */
const COUNTED =
  /^(?:every |per )?(?:(\d{1,3}|one|two|three|six|twelve|other)[ -]?)?(week|month|quarter|year)(?:s|ly)?$/;

/** From the most specific word to the most common one: "Semi-Annual" is no "Annual", "Bi-Monthly" no "Monthly". */
const WORDS: readonly (readonly [RegExp, Cycle])[] = [
  [/one.?time|\bonce\b|non?t?.?recurring/, 'onetime'],
  [/\bbi.?week|fortnight/, 'biweekly'],
  [/\bweekly/, 'weekly'],
  [/\b(semi|half|bi).?(annual|year)/, 'semiannual'],
  [/\bbi.?ennial/, 'biennial'],
  [/\btri.?ennial/, 'triennial'],
  [/\bbi.?month/, 'bimonthly'],
  [/\bmonthly/, 'monthly'],
  [/\bquarterly/, 'quarterly'],
  [/\b(annual|annually|yearly)\b/, 'annual'],
];

/**
 * The cycle that the label of a billing period names, such as "Semi-Annual", "3 months", "Yearly"; null where it names
 * none that we know: then somebody has to say what it means, and until then nothing of it is MRR.
 */
export function cycleOfLabel(label: string): Cycle | null {
  const text = label.trim().toLowerCase().replace(/\s+/g, ' ');
  const counted = COUNTED.exec(text);
  if (counted) {
    const [, number, unit] = counted;
    const count = number === undefined ? 1 : (NUMBERS[number] ?? Number(number));
    return (unit === 'week' ? WEEKLY[count] : MONTHLY[count * MONTHS[unit!]!]) ?? null;
  }
  return /\d/.test(text) ? null : (WORDS.find(([pattern]) => pattern.test(text))?.[1] ?? null);
}
