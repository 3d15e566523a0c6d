import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { listOf } from './lists.ts';
import { SyncedFrom } from './synced-from.ts';
import { ById, Day, Timestamp } from './values.ts';

const Amount = z.string().describe('A decimal number, in the currency of that system');

/** What a connected system holds of a company besides what the portfolio is made of. */
export const CompanyPsa = z.object({
  syncedFrom: SyncedFrom,
  sites: z.array(
    z.object({
      name: z.string(),
      primary: z.boolean(),
      active: z.boolean(),
      city: z.string().nullable(),
      country: z.string().nullable(),
    }),
  ),
  opportunities: z
    .array(
      z.object({
        name: z.string(),
        stage: z.string().nullable(),
        probability: z.string().nullable().describe('Percent'),
        closeOn: Day.nullable(),
        oneTime: Amount.nullable(),
        monthly: Amount.nullable().describe('Per month'),
        owner: z.string().nullable(),
      }),
    )
    .describe('Open ones, the next to close first'),
  tickets: z.object({
    open: z.int(),
    created: z.int().describe('In the last 90 days'),
    latest: z
      .array(
        z.object({
          number: z.string(),
          title: z.string(),
          priority: z.string().nullable(),
          status: z.string().nullable(),
          closed: z.boolean(),
          createdAt: Timestamp,
        }),
      )
      .describe('The last 20 service tickets of those days'),
  }),
  hours: z
    .array(z.object({ month: z.string().describe('2026-11'), hours: z.string() }))
    .describe('Worked on service tickets, the last twelve months in which there were any, the latest first'),
});
export type CompanyPsa = z.infer<typeof CompanyPsa>;

export const getCompanyPsa = endpoint({
  id: 'getCompanyPsa',
  method: 'GET',
  path: '/companies/:id/psa',
  slice: 'companies',
  summary: 'What connected systems hold of a company: sites, open opportunities, tickets, hours',
  description: 'One entry for each system that the company is linked with.',
  params: ById,
  response: listOf(CompanyPsa),
  large: true,
  errors: ['not_found'],
  examples: {
    params: { id: 'acme-dental' },
    response: {
      items: [
        {
          syncedFrom: {
            connection: {
              id: '1d7c3d52-51f5-4a46-8f2c-0f0b7a5f0a34',
              name: 'ConnectWise PSA',
              vendor: 'connectwise',
            },
            record: '250',
            syncedAt: '2026-11-22T09:15:00.000Z',
            goneOn: null,
            owned: ['name', 'locations'],
          },
          sites: [
            { name: 'Main', primary: true, active: true, city: 'Springfield', country: 'United States' },
          ],
          opportunities: [
            {
              name: 'Server replacement',
              stage: 'Proposal',
              probability: '50',
              closeOn: '2027-01-15',
              oneTime: '9000',
              monthly: '150',
              owner: 'Dana Reyes',
            },
          ],
          tickets: {
            open: 1,
            created: 14,
            latest: [
              {
                number: '48211',
                title: 'Printer offline',
                priority: 'Low',
                status: 'In progress',
                closed: false,
                createdAt: '2026-11-21T08:02:00.000Z',
              },
            ],
          },
          hours: [{ month: '2026-11', hours: '9.25' }],
        },
      ],
    },
  },
});
