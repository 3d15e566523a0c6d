import { z } from 'zod';
import { ROLES } from '../domain/access/grants.ts';
import { endpoint } from './endpoint.ts';
import { Day, Id, Named, Nothing } from './values.ts';

export const SignedInUser = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(ROLES),
});
export type SignedInUser = z.infer<typeof SignedInUser>;

export const Me = z.object({
  user: SignedInUser,
  workspace: z.object({
    name: z.string(),
    currency: z.string(),
    timeZone: z.string(),
    asOf: Day.describe('Today, as the rules see it'),
  }),
  viewedBy: Named.nullable().describe('The admin who looks through your eyes, without changing anything'),
  companies: z.int().describe('How many companies you see, in any stage'),
  recentCompanies: z.array(Named).max(8).describe('The ones you selected last, newest first'),
});
export type Me = z.infer<typeof Me>;

export const getMe = endpoint({
  id: 'getMe',
  method: 'GET',
  path: '/me',
  slice: 'me',
  summary: 'Who you are, where, and the companies you selected last',
  response: Me,
  examples: {
    response: {
      user: { id: 'dana', name: 'Dana Reyes', email: 'dana@northwind.example', role: 'admin' },
      workspace: { name: 'Northwind IT', currency: 'USD', timeZone: 'UTC', asOf: '2026-11-22' },
      viewedBy: null,
      companies: 42,
      recentCompanies: [{ id: 'acme', name: 'Acme' }],
    },
  },
});

export const postRecentCompany = endpoint({
  id: 'postRecentCompany',
  method: 'POST',
  path: '/me/recent-companies',
  slice: 'me',
  summary: 'Remember a company as the one you selected last',
  body: z.strictObject({ company: Id }),
  status: 204,
  response: Nothing,
  errors: ['not_found'],
  examples: { body: { company: 'acme' } },
});
