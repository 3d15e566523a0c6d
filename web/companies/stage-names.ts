import type { Stage } from '../../domain/portfolio/facts.ts';

export const STAGE_NAMES: Readonly<Record<Stage, string>> = {
  prospect: 'Prospect',
  sales: 'Sales engaged',
  ice: 'ICE meeting held',
  agreement: 'Agreement signed',
  onboarding: 'Onboarding',
  active: 'Active',
  offboarded: 'Offboarded',
};
