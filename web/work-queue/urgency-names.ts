import type { Urgency } from '../../domain/work-queue/urgency.ts';

export const URGENCY_NAMES: Readonly<Record<Urgency, string>> = {
  overdue: 'Overdue',
  today: 'Today',
  week: 'Next seven days',
  later: 'Later',
};
