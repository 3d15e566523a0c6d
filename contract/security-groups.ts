import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { listOf } from './lists.ts';
import { ById, Id, Line, Named, Nothing } from './values.ts';

/** The ceiling: the companies that its users may ever see (docs/product.md §2). */
export const SecurityGroup = z.object({
  id: z.string(),
  name: z.string(),
  builtIn: z.boolean().describe('The group of all companies: only its users can be changed'),
  allCompanies: z.boolean().describe('Holds every company, whatever it lists'),
  companies: z.array(z.string()).describe('Ids of those it lists, as far as you see them'),
  users: z.array(Named),
  etag: z.string().describe('For If-Match'),
});
export type SecurityGroup = z.infer<typeof SecurityGroup>;

const fields = {
  name: Line.optional(),
  allCompanies: z.boolean().optional(),
  companies: z.array(Id).max(20_000).optional().describe('Those that you do not see stay as they are'),
  users: z.array(Id).max(5000).optional(),
};

/** What is left out stays. */
export const SecurityGroupChange = z.strictObject(fields);
export type SecurityGroupChange = z.infer<typeof SecurityGroupChange>;

export const NewSecurityGroup = z.strictObject({ ...fields, name: Line });
export type NewSecurityGroup = z.infer<typeof NewSecurityGroup>;

const east: SecurityGroup = {
  id: 'east-only',
  name: 'East only',
  builtIn: false,
  allCompanies: false,
  companies: ['acme-dental', 'birch-law'],
  users: [{ id: 'sam@northwind.example', name: 'Sam Okafor' }],
  etag: '"Zk0f3pZ6Vq1t0Q5e"',
};
const change = { companies: ['acme-dental', 'birch-law'], users: ['sam@northwind.example'] };

export const listSecurityGroups = endpoint({
  id: 'listSecurityGroups',
  method: 'GET',
  path: '/security-groups',
  slice: 'security-groups',
  summary: 'The security groups with their companies and users, by name',
  response: listOf(SecurityGroup),
  large: true,
  errors: ['forbidden'],
  examples: { response: { items: [east] } },
});

export const createSecurityGroup = endpoint({
  id: 'createSecurityGroup',
  method: 'POST',
  path: '/security-groups',
  slice: 'security-groups',
  summary: 'Add a security group',
  body: NewSecurityGroup,
  longBody: true,
  status: 201,
  response: SecurityGroup,
  errors: ['forbidden', 'conflict', 'unprocessable'],
  examples: { body: { name: 'East only', ...change }, response: east },
});

export const updateSecurityGroup = endpoint({
  id: 'updateSecurityGroup',
  method: 'PATCH',
  path: '/security-groups/:id',
  slice: 'security-groups',
  summary: 'Change a security group',
  description:
    'With If-Match, a group that has changed since then is not touched: 412, with the present one in `details.current`.',
  params: ById,
  body: SecurityGroupChange,
  longBody: true,
  response: SecurityGroup,
  errors: ['forbidden', 'not_found', 'conflict', 'precondition_failed', 'unprocessable'],
  examples: { params: { id: east.id }, body: change, response: east },
});

export const deleteSecurityGroup = endpoint({
  id: 'deleteSecurityGroup',
  method: 'DELETE',
  path: '/security-groups/:id',
  slice: 'security-groups',
  summary: 'Delete a security group: its users lose what no other group of theirs holds',
  params: ById,
  status: 204,
  response: Nothing,
  errors: ['forbidden', 'not_found', 'conflict', 'precondition_failed'],
  examples: { params: { id: east.id } },
});
