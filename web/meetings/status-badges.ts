import type { MeetingStatus } from '../../domain/engagement/meeting-kinds.ts';

/** How a meeting's status is shown. */
export const STATUS_BADGES: Readonly<
  Record<MeetingStatus, { readonly label: string; readonly color: string }>
> = {
  planned: { label: 'Planned', color: 'blue' },
  held: { label: 'Held', color: 'teal' },
  cancelled: { label: 'Cancelled', color: 'gray' },
};
