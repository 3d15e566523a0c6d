import type { CommunicationMethod, Severity } from '../../domain/engagement/escalation.ts';

export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = {
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  critical: 'Critical',
};

export const SEVERITY_COLORS: Readonly<Record<Severity, string>> = {
  low: 'gray',
  medium: 'yellow',
  high: 'orange',
  critical: 'red',
};

export const COMMUNICATION_METHOD_NAMES: Readonly<Record<CommunicationMethod, string>> = {
  in_person: 'In person',
  phone: 'Phone',
  video: 'Video',
  email: 'E-mail',
  other: 'Other',
};
