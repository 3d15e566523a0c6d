import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Recommendation } from './recommendations.ts';
import { Budget, emptyBudget } from './roadmap.ts';
import { ById, Day, Named } from './values.ts';

/** What a client may see of a recommendation: nothing of how likely we think it is, and of who sees to it with us. */
export const RoadmapStep = Recommendation.pick({
  id: true,
  title: true,
  description: true,
  category: true,
  priority: true,
  status: true,
  state: true,
  targetQuarter: true,
  mrr: true,
  oneTime: true,
});
export type RoadmapStep = z.infer<typeof RoadmapStep>;

/** A company's roadmap and budget as its people are shown them. */
export const ClientRoadmap = z.object({
  company: Named,
  provider: z.string().describe('The name of the MSP'),
  vcio: z.string().nullable().describe('Who looks after the company'),
  asOf: Day,
  columns: z
    .array(
      z.object({
        kind: z.enum(['past', 'quarter', 'unplanned']),
        quarter: z.string().nullable(),
        steps: z.array(RoadmapStep),
      }),
    )
    .describe('What is open: carried over from earlier quarters, by quarter, without a quarter'),
  completed: z.array(RoadmapStep).describe('Those meant for the last four quarters or later'),
  budget: Budget,
});
export type ClientRoadmap = z.infer<typeof ClientRoadmap>;

export const getClientRoadmap = endpoint({
  id: 'getClientRoadmap',
  method: 'GET',
  path: '/companies/:id/client-roadmap',
  slice: 'recommendations',
  summary: 'A company’s roadmap and budget as its people may see them',
  description:
    'Without win probabilities, weighted figures, owners, lines, goals, meetings and whatever was declined.',
  params: ById,
  response: ClientRoadmap,
  large: true,
  errors: ['not_found'],
  examples: {
    params: { id: 'acme' },
    response: {
      company: { id: 'acme', name: 'Acme' },
      provider: 'Northwind IT',
      vcio: 'Dana Park',
      asOf: '2026-11-22',
      columns: [
        { kind: 'past', quarter: null, steps: [] },
        { kind: 'quarter', quarter: '2026-Q4', steps: [] },
        { kind: 'unplanned', quarter: null, steps: [] },
      ],
      completed: [],
      budget: emptyBudget,
    },
  },
});
