import type { Activity } from '../../../contract/activity.ts';

/** A recorded change as the API answers it, with what a test says of it. */
export const someActivity = (fields: Partial<Activity> = {}): Activity => ({
  id: '1',
  at: '2026-11-22T10:15:00.000Z',
  actor: { id: 'dana', name: 'Dana Reyes' },
  action: 'update company',
  sentence: 'Dana Reyes set MRR override from calculated to $4,250.00',
  company: { id: 'acme-dental', name: 'Acme Dental' },
  subject: null,
  definitionsVersion: null,
  changes: [{ field: 'mrrOverride', label: 'MRR override', before: 'calculated', after: '$4,250.00' }],
  ...fields,
});
