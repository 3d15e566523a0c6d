/** Who does a task of an onboarding: the MSP, or the client. */
export const SIDES = ['us', 'client'] as const;
export type Side = (typeof SIDES)[number];

/** Whom a task of the template falls to at each company anew: its vCIO, or its primary contact. */
export const OWNER_ROLES = ['vcio', 'primary_contact'] as const;
export type OwnerRole = (typeof OWNER_ROLES)[number];

/** What people call each; also who owns the task as long as the company has none. */
export const OWNER_ROLE_NAMES: Readonly<Record<OwnerRole, string>> = {
  vcio: 'vCIO',
  primary_contact: 'Primary contact',
};

/** On whose side each stands. */
export const SIDE_OF_ROLE: Readonly<Record<OwnerRole, Side>> = { vcio: 'us', primary_contact: 'client' };
