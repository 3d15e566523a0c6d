import { formatDay } from '../ui/days.ts';

const DAY = /\b(\d{4}-\d\d-\d\d)\b/;

/** A sentence of the rules with its days in the reader's locale. */
export function WithDays({ children }: { readonly children: string }) {
  return children
    .split(DAY)
    .map((part) => (DAY.test(part) ? formatDay(part) : part))
    .join('');
}
