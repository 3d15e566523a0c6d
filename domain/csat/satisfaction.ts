import { addDays } from '../calendar/day.ts';
import { addToMonth, monthOf } from '../calendar/month.ts';
import type { Day } from '../portfolio/values.ts';

export const CSAT_RATINGS = ['positive', 'neutral', 'negative'] as const;
export type CsatRating = (typeof CSAT_RATINGS)[number];

/** How many answers of each kind there were. */
export interface Tally {
  readonly positive: number;
  readonly neutral: number;
  readonly negative: number;
}

export interface MonthOfAnswers extends Tally {
  /** `2026-11` */
  readonly month: string;
}

export interface Satisfaction {
  /** Of the last 90 days, as the CSAT metric counts them (domain/metrics/csat-share.ts). */
  readonly lately: Tally;
  /** The last twelve months, the one of asOf last; a month without answers is there too. */
  readonly months: readonly MonthOfAnswers[];
}

interface Answer {
  readonly day: Day;
  readonly rating: CsatRating;
}

/**
 * "How satisfied are they, and is it getting better?" The answers of the last 90 days (asOf − 90 days < day ≤ asOf) and
 * of each of the last twelve calendar months up to asOf. Answers after asOf count nowhere.
 */
export function satisfaction(answers: readonly Answer[], asOf: Day): Satisfaction {
  const past = answers.filter(({ day }) => day <= asOf);
  const after = addDays(asOf, -90);
  const months = Array.from({ length: 12 }, (_, i) => addToMonth(monthOf(asOf), i - 11));
  return {
    lately: tally(past.filter(({ day }) => day > after)),
    months: months.map((month) => ({ month, ...tally(past.filter(({ day }) => day.startsWith(month))) })),
  };
}

export function tally(answers: readonly Pick<Answer, 'rating'>[]): Tally {
  const count = (rating: CsatRating) => answers.filter((answer) => answer.rating === rating).length;
  return { positive: count('positive'), neutral: count('neutral'), negative: count('negative') };
}
