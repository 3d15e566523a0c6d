import { z } from 'zod';
import type { AccountGroup } from '../../contract/account-groups.ts';
import { TextField } from '../../contract/bundle/fields.ts';
import { Line } from '../../contract/values.ts';
import { flag, optionalText, requiredText } from '../editing/field-kinds.ts';
import type { Fields } from '../editing/use-edit-form.ts';
import { companiesField, idsOf, inOrder, named } from '../permissions/field-words.ts';

/** What is edited of an account group; lists as ids. */
export type AccountGroupValues = {
  readonly name: string;
  readonly description: string | null;
  readonly allCompanies: boolean;
  readonly companies: readonly string[];
  readonly accountManagers: readonly string[];
  readonly members: readonly string[];
};

export const NEW_ACCOUNT_GROUP: AccountGroupValues = {
  name: '',
  description: null,
  allCompanies: false,
  companies: [],
  accountManagers: [],
  members: [],
};

export const accountGroupValues = (group: AccountGroup): AccountGroupValues => ({
  name: group.name,
  description: group.description,
  allCompanies: group.allCompanies,
  companies: inOrder(group.companies),
  accountManagers: idsOf(group.accountManagers),
  members: idsOf(group.members),
});

export function accountGroupFields(
  companies: readonly { readonly id: string; readonly name: string }[],
  users: readonly { readonly value: string; readonly label: string }[],
): Fields<AccountGroupValues> {
  return {
    name: requiredText({ label: 'Group name', rule: Line, message: 'Give the group a name of one line' }),
    description: optionalText({
      label: 'Description',
      rule: TextField.nullable(),
      message: 'At most 100,000 characters',
    }),
    allCompanies: flag({ label: 'Holds every company', rule: z.boolean(), message: '' }),
    companies: companiesField(companies),
    accountManagers: named('Account managers', users),
    members: named('Members', users),
  };
}
