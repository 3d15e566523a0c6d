import type { LucideIcon } from 'lucide-react';
import CalendarIcon from 'lucide-react/icons/calendar';
import Check from 'lucide-react/icons/check';
import CircleAlert from 'lucide-react/icons/circle-alert';
import Hourglass from 'lucide-react/icons/hourglass';
import type { CalendarEntry } from '../../../contract/meeting-calendar.ts';
import { MEETING_KIND_NAMES } from '../../../domain/engagement/meeting-kinds.ts';
import { formatDay } from '../../ui/days.ts';

type State = CalendarEntry['state'];

/** How a state is shown, and what it is called: never by colour alone. */
export const STATES: Readonly<Record<State, { readonly name: string; readonly icon: LucideIcon }>> = {
  planned: { name: 'Planned', icon: CalendarIcon },
  held: { name: 'Held', icon: Check },
  due: { name: 'Due by cadence', icon: Hourglass },
  overdue: { name: 'Overdue', icon: CircleAlert },
};

/** "14:30 vCIO meeting", "Pulse check due" */
export function titleOf({ kind, startTime, state, why }: CalendarEntry): string {
  const name = MEETING_KIND_NAMES[kind];
  if (why !== null) return `${name} ${state}`;
  return startTime === null ? name : `${startTime} ${name}`;
}

/** What is to be said of an entry beyond its title. */
export function detailOf({ state, meeting, why }: CalendarEntry): string {
  if (why !== null)
    return meeting
      ? `${why}. The next one is planned for ${formatDay(meeting.date)}`
      : `${why}. None is planned`;
  if (state === 'overdue') return 'Its day has passed, and nobody said that it was held';
  return STATES[state].name;
}
