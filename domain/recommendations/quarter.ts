import type { Day } from '../portfolio/values.ts';

/** A quarter of a calendar year: 2026-Q4. Compared as text, an earlier one comes first. */
export type Quarter = string;

export function quarterOf(day: Day): Quarter {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

/** So many quarters later; negative: earlier. */
export function addQuarters(quarter: Quarter, count: number): Quarter {
  const index = Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(6)) - 1 + count;
  return `${String(Math.floor(index / 4)).padStart(4, '0')}-Q${(index % 4) + 1}`;
}

/** Every quarter from one to another, both included; none if the other comes before. */
export function quartersBetween(from: Quarter, to: Quarter): Quarter[] {
  const quarters: Quarter[] = [];
  for (let quarter = from; quarter <= to; quarter = addQuarters(quarter, 1)) quarters.push(quarter);
  return quarters;
}

export const yearOf = (quarter: Quarter): string => quarter.slice(0, 4);
