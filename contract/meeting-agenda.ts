import { z } from 'zod';
import { AGENDA_SOURCES } from '../domain/engagement/agenda.ts';
import { endpoint } from './endpoint.ts';
import { listOf } from './lists.ts';
import { ById } from './values.ts';

/** A line that an agenda may have. */
export const AgendaItem = z.object({
  source: z.enum(AGENDA_SOURCES),
  id: z.string().nullable().describe('Of the thing that it is about; null: the company as a whole'),
  text: z.string().describe('The line as it goes into the agenda'),
  why: z.string(),
});
export type AgendaItem = z.infer<typeof AgendaItem>;

export const proposeAgenda = endpoint({
  id: 'proposeAgenda',
  method: 'GET',
  path: '/meetings/:id/agenda-proposal',
  slice: 'meetings',
  summary: 'What is open with the company, as lines for the agenda, the most pressing first',
  description:
    'Open escalations, action items of earlier meetings, health that has moved, metrics below half their points, goals past their day, open recommendations, contracts that end within 90 days.',
  params: ById,
  response: listOf(AgendaItem),
  errors: ['not_found'],
  examples: {
    params: { id: 'acme-dental-vcio-2026-12-03' },
    response: {
      items: [
        {
          source: 'action_item',
          id: 'acme-dental-vcio-2026-11-12-001',
          text: 'Send the quote for the firewall (Dana Reyes)',
          why: 'Open from the vCIO meeting of 2026-11-12, 2 days late',
        },
      ],
    },
  },
});
