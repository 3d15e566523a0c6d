import type { CompanyProfile, CompanyProfileChange } from '../../contract/company-profile.ts';
import { compareText } from '../../domain/text/compare.ts';

/** The fields that a person sets and that are columns of the company's own row. */
export const profileColumns = {
  name: 'name',
  stage: 'stage',
  offboardedOn: 'offboarded_on',
  executiveSummary: 'executive_summary',
  industry: 'industry',
  mrrOverride: 'mrr_override',
  oneTimeOverride: 'one_time_override',
  employeesOverride: 'employees_override',
  locations: 'locations',
  tags: 'tags',
  dateAcquired: 'date_acquired',
  yearlyRevenue: 'yearly_revenue',
  yearEstablished: 'year_established',
  owner: 'owner',
  preferredMethod: 'preferred_method',
  preferredEvery: 'preferred_every',
  communicationNote: 'communication_note',
} as const satisfies Partial<Record<keyof CompanyProfileChange | 'offboardedOn', string>>;

/** What is recorded when a profile changes. */
export const profileActions = ['create company', 'update company', 'archive company', 'restore company'];

/** A change with its lists as they are stored: each entry once, in order. */
export function inOrder<C extends CompanyProfileChange>(change: C): C {
  const { tags, accountGroups } = change;
  return {
    ...change,
    ...(tags ? { tags: setOf(tags) } : {}),
    ...(accountGroups ? { accountGroups: setOf(accountGroups) } : {}),
  };
}

/** A profile in the shape of a change, to compare them. */
export function asChange(profile: CompanyProfile) {
  const accountGroups = setOf(profile.accountGroups.map((group) => group.id));
  return {
    ...profile,
    tags: setOf(profile.tags),
    accountGroups,
    owner: profile.owner?.id ?? null,
    primaryContact: profile.primaryContact?.id ?? null,
  };
}

function setOf(entries: readonly string[]): string[] {
  return [...new Set(entries)].sort(compareText);
}
