import { z } from 'zod';
import { DayField, NameField, TextField } from '../../contract/bundle/fields.ts';
import type { Escalation } from '../../contract/escalations.ts';
import type { Named } from '../../contract/values.ts';
import { SEVERITIES, type Severity } from '../../domain/engagement/escalation.ts';
import { day, oneOf, optionalText, requiredText } from '../editing/field-kinds.ts';
import type { Fields } from '../editing/use-edit-form.ts';
import { SEVERITY_NAMES } from './severity-names.ts';

export type EscalationValues = Readonly<{
  title: string;
  description: string | null;
  severity: Severity | null;
  openedOn: string | null;
  owner: string | null;
  nextUpdateDue: string | null;
  status: 'open' | 'resolved';
  resolution: string | null;
}>;

export const escalationValues = (escalation: Escalation): EscalationValues => ({
  title: escalation.title,
  description: escalation.description,
  severity: escalation.severity,
  openedOn: escalation.openedOn,
  owner: escalation.owner?.id ?? null,
  nextUpdateDue: escalation.nextUpdateDue,
  status: escalation.status,
  resolution: escalation.resolution,
});

export function escalationFields(colleagues: readonly Named[]): Fields<EscalationValues> {
  const text = (label: string) =>
    optionalText({ label, rule: TextField.nullable(), message: 'At most 100,000 characters' });
  return {
    title: requiredText({
      label: 'What has gone wrong',
      rule: NameField,
      message: 'Say what has gone wrong',
    }),
    description: text('Details'),
    severity: oneOf<Severity | null>({
      label: 'Severity',
      rule: z.enum(SEVERITIES).nullable(),
      message: 'Choose a severity',
      names: (severity) => SEVERITY_NAMES[severity as Severity],
    }),
    openedOn: day({ label: 'Opened on', rule: DayField, message: 'Give it a date' }),
    owner: oneOf<string | null>({
      label: 'Owner',
      rule: z.string().nullable(),
      message: 'Choose a user',
      names: (id) => colleagues.find((one) => one.id === id)?.name ?? id,
    }),
    nextUpdateDue: day({ label: 'Next update by', rule: DayField.nullable(), message: 'A date, or nothing' }),
    status: oneOf<'open' | 'resolved'>({
      label: 'Status',
      rule: z.enum(['open', 'resolved']),
      message: 'Choose a status',
      names: (status) => (status === 'open' ? 'Open' : 'Resolved'),
    }),
    resolution: text('Resolution'),
  };
}
