import { z } from 'zod';
import { ROLES } from '../domain/access/grants.ts';
import { AccountGroupChange } from './account-groups.ts';
import { AccountManagerChange } from './account-managers.ts';
import { endpoint } from './endpoint.ts';
import { SecurityGroupChange } from './security-groups.ts';
import { UserChange } from './users.ts';
import { Id, Named } from './values.ts';

/** A change of who sees what, as it would be sent to be stored. */
export const ProposedChange = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('accountGroup'),
    id: Id.nullable().describe('Null: a new one'),
    change: AccountGroupChange.nullable().describe('Null: delete it'),
  }),
  z.strictObject({
    kind: z.literal('securityGroup'),
    id: Id.nullable().describe('Null: a new one'),
    change: SecurityGroupChange.nullable().describe('Null: delete it'),
  }),
  z.strictObject({
    kind: z.literal('accountManager'),
    id: Id.describe('User id; one who is no account manager yet becomes one'),
    change: AccountManagerChange.nullable().describe('Null: they are one no longer'),
  }),
  z.strictObject({ kind: z.literal('companyGroups'), id: Id, accountGroups: z.array(Id).max(500) }),
  z.strictObject({ kind: z.literal('user'), id: Id, change: UserChange }),
  z.strictObject({ kind: z.literal('userActive'), id: Id, active: z.boolean() }),
  z.strictObject({
    kind: z.literal('newUser'),
    name: z.string().max(500),
    role: z.enum(ROLES),
    securityGroups: z.array(Id).max(500),
    accountGroups: z.array(Id).max(500),
  }),
]);
export type ProposedChange = z.infer<typeof ProposedChange>;

const SomeCompanies = z.object({
  count: z.int(),
  names: z.array(z.string()).max(20).describe('Of the first, by name'),
});
export type SomeCompanies = z.infer<typeof SomeCompanies>;

export const AccessPreview = z.object({
  users: z.array(z.object({ user: Named, gains: SomeCompanies, loses: SomeCompanies })),
  everyCompany: z
    .boolean()
    .describe('False: you do not see all companies, and those you do not see are left out'),
});
export type AccessPreview = z.infer<typeof AccessPreview>;

export const previewAccess = endpoint({
  id: 'previewAccess',
  method: 'POST',
  path: '/permissions/preview',
  slice: 'permissions',
  summary: 'Who would gain and who would lose which companies by a change',
  description: 'Nothing is stored. A change that would be refused is refused here in the same words.',
  whileViewing: true,
  body: ProposedChange,
  longBody: true,
  response: AccessPreview,
  errors: ['forbidden', 'not_found', 'conflict', 'unprocessable'],
  examples: {
    body: { kind: 'accountGroup', id: 'dentists', change: { companies: ['acme-dental'] } },
    response: {
      users: [
        {
          user: { id: 'sam@northwind.example', name: 'Sam Okafor' },
          gains: { count: 0, names: [] },
          loses: { count: 1, names: ['Bright Smiles'] },
        },
      ],
      everyCompany: true,
    },
  },
});

export const AccessExplanation = z.object({
  user: Named,
  company: Named,
  sees: z.boolean(),
  conclusion: z.string(),
  reasons: z.array(
    z.object({ rule: z.enum(['active', 'ceiling', 'reach']), holds: z.boolean(), sentence: z.string() }),
  ),
  wouldHelp: z.array(z.string()),
});
export type AccessExplanation = z.infer<typeof AccessExplanation>;

export const getAccessExplanation = endpoint({
  id: 'getAccessExplanation',
  method: 'GET',
  path: '/permissions/explanation',
  slice: 'permissions',
  summary: 'Why a user sees a company, or does not, rule by rule',
  query: z.strictObject({ user: Id, company: Id }),
  response: AccessExplanation,
  errors: ['forbidden', 'not_found'],
  examples: {
    query: { user: 'sam@northwind.example', company: 'acme-dental' },
    response: {
      user: { id: 'sam@northwind.example', name: 'Sam Okafor' },
      company: { id: 'acme-dental', name: 'Acme Dental' },
      sees: true,
      conclusion: 'Sam Okafor sees Acme Dental: a security group allows it, and it is within their reach.',
      reasons: [
        { rule: 'active', holds: true, sentence: 'Sam Okafor is an active user.' },
        { rule: 'ceiling', holds: true, sentence: 'Their security group East only lists Acme Dental.' },
        {
          rule: 'reach',
          holds: true,
          sentence: 'Sam Okafor is a member of the account group Dentists, which lists Acme Dental.',
        },
      ],
      wouldHelp: [],
    },
  },
});
