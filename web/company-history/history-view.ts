import { addDays } from '../../domain/calendar/day.ts';
import { isDay } from '../../domain/calendar/is-day.ts';
import type { Day } from '../../domain/portfolio/values.ts';
import type { RawSearch } from '../ui/search-text.ts';

/** Which two days are compared; both stand in the address. */
export interface HistoryView {
  readonly from: Day;
  readonly to: Day;
}

/** As usual: 30 days ago and today. */
const USUAL_DAYS = 30;

/** Reads two days out of an address; what is no day, or lies after today or the other way round, counts as not said. */
export function readHistoryView({ from, to }: RawSearch, today: Day): HistoryView {
  const said = (days: readonly string[] | undefined, latest: Day) =>
    days?.[0] !== undefined && isDay(days[0]) && days[0] <= latest ? days[0] : null;
  const last = said(to, today) ?? today;
  return { from: said(from, addDays(last, -1)) ?? addDays(last, -USUAL_DAYS), to: last };
}

/** Writes two days as an address; what is as usual is left out. */
export function historySearch({ from, to }: HistoryView, today: Day): RawSearch {
  return {
    ...(from === addDays(to, -USUAL_DAYS) ? {} : { from: [from] }),
    ...(to === today ? {} : { to: [to] }),
  };
}
