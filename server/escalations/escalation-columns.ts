import type { EscalationChange } from '../../contract/escalations.ts';

/** The fields of an escalation that a person sets. */
export const escalationColumns = {
  title: 'title',
  description: 'description',
  severity: 'severity',
  openedOn: 'opened_on',
  owner: 'owner',
  nextUpdateDue: 'next_update_due',
  status: 'status',
  resolution: 'resolution',
  resolvedOn: 'resolved_on',
} as const satisfies Record<keyof EscalationChange, string>;
