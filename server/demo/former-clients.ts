import type { Day } from '../../domain/portfolio/values.ts';
import type { PortfolioRow } from './rows.ts';

interface FormerClient {
  readonly name: string;
  readonly industry: string;
  readonly employees: number;
  readonly left: Day;
  readonly why: string;
}

/** Clients whom Harborlight IT has lost in the last two years, and why. */
const FORMER: readonly FormerClient[] = [
  {
    name: 'Anchor Street Dental',
    industry: 'Dental',
    employees: 11,
    left: '2024-12-18',
    why: 'Owner retired.',
  },
  {
    name: 'Bellweather Roofing',
    industry: 'Construction',
    employees: 34,
    left: '2025-02-28',
    why: 'Went to a cheaper provider after slow tickets in winter.',
  },
  {
    name: 'Cobalt Freight',
    industry: 'Logistics',
    employees: 58,
    left: '2025-04-30',
    why: 'Bought by a group with IT of its own.',
  },
  {
    name: 'Dovetail Kitchens',
    industry: 'Construction',
    employees: 22,
    left: '2025-06-30',
    why: 'Insolvent.',
  },
  {
    name: 'Emberly Preschools',
    industry: 'Education',
    employees: 41,
    left: '2025-08-29',
    why: 'The district took IT over.',
  },
  {
    name: 'Foxglove Catering',
    industry: 'Hospitality',
    employees: 18,
    left: '2025-09-30',
    why: 'Closed two of three kitchens.',
  },
  {
    name: 'Gaslight Brewing',
    industry: 'Hospitality',
    employees: 27,
    left: '2025-12-31',
    why: 'Hired somebody of their own.',
  },
  {
    name: 'Hollis & Byrne Attorneys',
    industry: 'Legal',
    employees: 16,
    left: '2026-01-31',
    why: 'Merged into a larger firm.',
  },
  {
    name: 'Inverness Plastics',
    industry: 'Manufacturing',
    employees: 83,
    left: '2026-03-31',
    why: 'Unhappy since the outage of January; a competitor of ours was cheaper.',
  },
  {
    name: 'Jetty Realty',
    industry: 'Real estate',
    employees: 14,
    left: '2026-05-29',
    why: 'Price increase.',
  },
  {
    name: 'Kingfisher Tax Advisors',
    industry: 'Accounting',
    employees: 12,
    left: '2026-06-30',
    why: 'New partner brought a provider of his own.',
  },
  {
    name: 'Lowell Eye Care',
    industry: 'Medical practice',
    employees: 29,
    left: '2026-09-30',
    why: 'Joined a hospital network.',
  },
];

/** They have nothing any more but what the team remembers, and their history. */
export const formerClients = FORMER.map(({ name, ...client }) => ({
  ...client,
  name,
  key: name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
}));

export const formerClientRows: readonly PortfolioRow[] = formerClients.map(
  ({ key, name, industry, left, why }) => ({
    key,
    name,
    stage: 'offboarded',
    industry,
    offboardedOn: left,
    executiveSummary: `Left us. ${why}`,
  }),
);
