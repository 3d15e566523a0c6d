import { compareText } from '../text/compare.ts';
import { priorityRank } from './priority.ts';

interface Urgent {
  readonly id: string;
  readonly title: string;
  readonly state: 'not_started' | 'started' | 'completed' | 'declined';
  readonly priority: string | null;
}

/**
 * The order of recommendations where a client's plan is shown: what is still to be done first, of it the most urgent by its
 * priority, those without one last; then by title.
 */
export function byUrgency(a: Urgent, b: Urgent): number {
  return (
    closed(a) - closed(b) || rank(a) - rank(b) || compareText(a.title, b.title) || compareText(a.id, b.id)
  );
}

const closed = ({ state }: Urgent): number => (state === 'completed' || state === 'declined' ? 1 : 0);
const rank = ({ priority }: Urgent): number =>
  priority === null ? Number.MAX_SAFE_INTEGER : priorityRank(priority);
