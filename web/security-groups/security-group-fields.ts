import { z } from 'zod';
import type { SecurityGroup } from '../../contract/security-groups.ts';
import { Line } from '../../contract/values.ts';
import { flag, requiredText } from '../editing/field-kinds.ts';
import type { Fields } from '../editing/use-edit-form.ts';
import { companiesField, idsOf, inOrder, named } from '../permissions/field-words.ts';

/** What is edited of a security group; lists as ids. */
export type SecurityGroupValues = {
  readonly name: string;
  readonly allCompanies: boolean;
  readonly companies: readonly string[];
  readonly users: readonly string[];
};

export const NEW_SECURITY_GROUP: SecurityGroupValues = {
  name: '',
  allCompanies: false,
  companies: [],
  users: [],
};

export const securityGroupValues = (group: SecurityGroup): SecurityGroupValues => ({
  name: group.name,
  allCompanies: group.allCompanies,
  companies: inOrder(group.companies),
  users: idsOf(group.users),
});

export function securityGroupFields(
  companies: readonly { readonly id: string; readonly name: string }[],
  users: readonly { readonly value: string; readonly label: string }[],
): Fields<SecurityGroupValues> {
  return {
    name: requiredText({ label: 'Group name', rule: Line, message: 'Give the group a name of one line' }),
    allCompanies: flag({ label: 'Holds every company', rule: z.boolean(), message: '' }),
    companies: companiesField(companies),
    users: named('Users', users),
  };
}
