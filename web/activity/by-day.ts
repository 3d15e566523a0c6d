import type { Activity } from '../../contract/activity.ts';
import { longDay } from '../ui/days.ts';
import { groupBy } from '../ui/group-by.ts';

export interface DayOfActivity {
  /** In the reader's words and time zone. */
  readonly day: string;
  readonly changes: readonly Activity[];
}

/** Changes under the days on which they were made, in the order given. */
export const byDay = (changes: readonly Activity[]): readonly DayOfActivity[] =>
  Array.from(
    groupBy(changes, ({ at }) => longDay(at)),
    ([day, onIt]) => ({ day, changes: onIt }),
  );
