import type { Day } from '../portfolio/values.ts';

/** A calendar month, `2026-11`; months compare as text. */
export type Month = string;

export const monthOf = (day: Day): Month => day.slice(0, 7);

/** The month so many months later; earlier if negative. */
export function addToMonth(month: Month, months: number): Month {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** From one month to another, both included; none if the first is the later one. */
export function monthsFrom(from: Month, to: Month): Month[] {
  const months: Month[] = [];
  for (let month = from; month <= to; month = addToMonth(month, 1)) months.push(month);
  return months;
}
