import type { NewCompany } from '../../contract/company-profile.ts';
import type { Named } from '../../contract/values.ts';
import { type ProfileValues, profileFields } from '../company-profile/profile-fields.ts';
import type { Fields } from '../editing/use-edit-form.ts';

/** What a company begins with; the rest of its profile follows on its page. */
export type NewCompanyValues = Pick<
  ProfileValues,
  | 'name'
  | 'stage'
  | 'industry'
  | 'owner'
  | 'employeesOverride'
  | 'locations'
  | 'tags'
  | 'accountGroups'
  | 'executiveSummary'
>;

export const NOTHING_YET: Omit<NewCompanyValues, 'stage'> = {
  name: '',
  industry: null,
  owner: null,
  employeesOverride: null,
  locations: null,
  tags: [],
  accountGroups: [],
  executiveSummary: null,
};

export function newCompanyFields(
  groups: readonly Named[],
  users: readonly Named[],
): Fields<NewCompanyValues> {
  const {
    name,
    stage,
    industry,
    owner,
    employeesOverride,
    locations,
    tags,
    accountGroups,
    executiveSummary,
  } = profileFields({ groups, users, contacts: [] });
  return {
    name,
    stage,
    industry,
    owner,
    employeesOverride,
    locations,
    tags,
    accountGroups,
    executiveSummary,
  };
}

/** As the API takes it. */
export const asNewCompany = ({ tags, accountGroups, ...given }: Partial<NewCompanyValues>): NewCompany => ({
  ...given,
  name: given.name ?? '',
  ...(tags ? { tags: [...tags] } : {}),
  ...(accountGroups ? { accountGroups: [...accountGroups] } : {}),
});
