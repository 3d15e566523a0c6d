import { takenAssessments } from './assessments.ts';
import type { DemoClient } from './clients.ts';
import { earlierCsat } from './earlier-csat.ts';
import { meetings } from './meetings.ts';
import type { Random } from './random.ts';
import type { PortfolioRow, PortfolioRows } from './rows.ts';

const HEALTH_METRICS: readonly PortfolioRow[] = [
  {
    key: 'sentiment',
    name: 'Sentiment',
    description: 'How the relationship feels to the vCIO.',
    icon: 'smile',
    maxScore: '10',
    weight: '3',
    kind: 'custom',
    fact: '',
    bands: '',
    choices: '0:Looking elsewhere|3:Unhappy|5:Neutral|8:Happy|10:Raving fan',
    staleAfterDays: '120',
    order: '1',
  },
  {
    key: 'csat',
    name: 'CSAT',
    description: 'Positive answers of the last 90 days.',
    icon: 'star',
    maxScore: '10',
    weight: '2',
    kind: 'csat',
    fact: '',
    bands: '',
    choices: '',
    staleAfterDays: '',
    order: '2',
  },
  {
    key: 'org',
    name: 'Org',
    description: 'How many decision makers are raving fans.',
    icon: 'users',
    maxScore: '5',
    weight: '1',
    kind: 'custom',
    fact: '',
    bands: '',
    choices: '0:None|2:Some|4:Most|5:All',
    staleAfterDays: '365',
    order: '3',
  },
  {
    key: 'renewals',
    name: 'Renewals',
    description: 'Time left on the nearest agreement.',
    icon: 'calendar',
    maxScore: '5',
    weight: '1',
    kind: 'computed',
    fact: 'days_to_renewal',
    bands: '30:1|90:3|:5',
    choices: '',
    staleAfterDays: '',
    order: '4',
  },
  {
    key: 'security-posture',
    name: 'Security posture',
    description: 'Latest security assessment.',
    icon: 'shield',
    maxScore: '100',
    weight: '2',
    kind: 'assessment',
    fact: 'Security baseline',
    bands: '',
    choices: '',
    staleAfterDays: '400',
    order: '5',
  },
];

const EFFORT_METRICS: readonly PortfolioRow[] = [
  {
    key: 'segment-effort',
    name: 'Segment Effort',
    description: 'What the team says: 10 is the hardest client.',
    icon: 'flame',
    maxScore: '10',
    weight: '2',
    kind: 'custom',
    fact: '',
    bands: '',
    choices: '1:Easy|4:Fair|7:Demanding|10:Exhausting',
    staleAfterDays: '180',
    order: '1',
  },
  {
    key: 'tickets-per-seat',
    name: 'Tickets per seat',
    description: 'Tickets a month for each seat.',
    icon: 'ticket',
    maxScore: '10',
    weight: '2',
    kind: 'computed',
    fact: 'tickets_per_seat',
    bands: '0.3:1|0.6:3|1:6|1.5:8|:10',
    choices: '',
    staleAfterDays: '60',
    order: '2',
  },
  {
    key: 'locations',
    name: 'Locations',
    description: 'Places to drive to.',
    icon: 'map-pin',
    maxScore: '10',
    weight: '1',
    kind: 'computed',
    fact: 'locations',
    bands: '1:1|3:4|6:7|:10',
    choices: '',
    staleAfterDays: '',
    order: '3',
  },
  {
    key: 'misalignment',
    name: 'Off our stack',
    description: 'The further from our stack, the more work.',
    icon: 'layers',
    maxScore: '10',
    weight: '1',
    kind: 'computed',
    fact: 'alignment',
    bands: '33:10|66:6|85:3|:1',
    choices: '',
    staleAfterDays: '',
    order: '4',
  },
  {
    key: 'special-sla',
    name: 'Special SLA',
    description: 'Promises beyond the standard.',
    icon: 'clock',
    maxScore: '10',
    weight: '1',
    kind: 'computed',
    fact: 'special_sla',
    bands: '0:0|:10',
    choices: '',
    staleAfterDays: '',
    order: '5',
  },
];

/** What people said and did: contacts, scores, facts, CSAT, assessments, overrides, goals, meetings, cadences. */
export function engagement(r: Random, clients: readonly DemoClient[]): PortfolioRows {
  const current = clients.filter((client) => ['', 'onboarding'].includes(client.stage) && !client.blank);
  const each = (make: (client: DemoClient) => PortfolioRow[]) => clients.flatMap(make);
  const { assessments: taken, ...templates } = takenAssessments(current);
  const scored = current.filter((_, i) => i % 19 !== 7);
  const people = each((client) => (client.blank ? [] : contacts(r, client)));
  return {
    contacts: people,
    health_metrics: HEALTH_METRICS,
    effort_metrics: EFFORT_METRICS,
    health_scores: scored.flatMap((client) => [
      {
        company: client.key,
        metric: 'sentiment',
        points: step(client.mood, [0, 3, 5, 8, 10]),
        setOn: r.pick(['2026-05-11', '2026-08-19', '2026-10-02', '2026-11-09']),
        setBy: client.owner,
        note: client.mood < 0.25 ? 'Asked for our contract end date.' : '',
      },
      ...(r.chance(0.7)
        ? [
            {
              company: client.key,
              metric: 'org',
              points: step(client.mood, [0, 2, 4, 5]),
              setOn: '2026-04-20',
              setBy: client.owner,
              note: '',
            },
          ]
        : []),
    ]),
    effort_scores: scored
      .filter((_, i) => i % 23 !== 4)
      .map((client) => ({
        company: client.key,
        metric: 'segment-effort',
        points: step(client.noise, [1, 4, 7, 10]),
        setOn: r.pick(['2026-04-01', '2026-07-15', '2026-10-20']),
        setBy: client.owner,
        note: '',
      })),
    health_overrides: current
      .filter((_, i) => i % 47 === 11)
      .map((client, i) => ({
        company: client.key,
        status: 'At risk',
        reason: 'New owner is bringing his own IT; decision in January.',
        setOn: '2026-11-02',
        // the first one is to be looked at again soon
        expiresOn: i === 0 ? '2026-12-03' : '2027-01-31',
        setBy: 'dana',
      })),
    facts: current
      .filter((_, i) => i % 17 !== 3)
      .flatMap((client) => [
        { company: client.key, fact: 'special_sla', value: String(r.chance(0.12)), asOf: '2026-11-01' },
        {
          company: client.key,
          fact: 'support_hours_per_month',
          value: (client.employees * (0.2 + client.noise)).toFixed(1),
          asOf: '2026-10-31',
        },
        {
          company: client.key,
          fact: 'tickets_per_month',
          value: String(Math.round(client.employees * (0.15 + client.noise * 1.4))),
          asOf: '2026-10-31',
        },
      ]),
    csat: [...current.flatMap((client) => csat(r, client)), ...earlierCsat(current)],
    assessments: [
      ...current.filter(() => r.chance(0.6)).flatMap((client) => assessments(r, client)),
      ...taken,
    ],
    ...templates,
    goals: current
      .filter(() => r.chance(0.5))
      .map((client) => goal(r, client))
      .map((one, i) => (i % 19 === 5 ? { ...one, targetDate: '2026-11-20' } : one)),
    ...meetings(current, people),
  };
}

/** The choice that a 0–1 reading comes to. */
function step(reading: number, points: readonly number[]): string {
  return String(points[Math.min(points.length - 1, Math.floor(reading * points.length))]);
}

const FIRST = [
  'Avery',
  'Blake',
  'Cameron',
  'Devon',
  'Ellis',
  'Frankie',
  'Harper',
  'Imani',
  'Jamie',
  'Kai',
  'Logan',
  'Noor',
  'Parker',
  'Quinn',
  'Rowan',
  'Sasha',
  'Taylor',
  'Wren',
];
const LAST = [
  'Abbott',
  'Barnes',
  'Castillo',
  'Dixon',
  'Estrada',
  'Foster',
  'Gupta',
  'Hale',
  'Ito',
  'Jensen',
  'Kowalski',
  'Lopez',
  'Mbeki',
  'Novak',
  'Olsen',
  'Price',
  'Reyes',
  'Schmidt',
];

function contacts(r: Random, client: DemoClient): PortfolioRow[] {
  const titles = ['Owner', 'Office manager', 'Controller', 'Operations director'];
  return titles.slice(0, 2 + r.int(3)).map((title, i) => {
    const name = `${r.pick(FIRST)} ${r.pick(LAST)}`;
    return {
      key: `${client.key}-contact-${i + 1}`,
      company: client.key,
      name,
      email: `${name.toLowerCase().replace(' ', '.')}@${client.key}.example`,
      title,
      active: r.chance(0.06) ? 'false' : '',
      decisionMaker: i === 0 ? 'true' : '',
      primaryContact: i === 0 ? 'true' : '',
    };
  });
}

function csat(r: Random, client: DemoClient): PortfolioRow[] {
  return Array.from({ length: r.int(8) }, (_, i) => {
    const rating = r.next() < 0.35 + client.mood * 0.65 ? 'positive' : r.chance(0.5) ? 'neutral' : 'negative';
    const comment =
      rating === 'negative'
        ? 'Took three calls to get it fixed.'
        : rating === 'positive' && r.chance(0.3)
          ? 'Fast and friendly, thank you!'
          : '';
    return {
      key: `${client.key}-csat-${i + 1}`,
      company: client.key,
      answeredAt: `2026-${['07', '08', '09', '10', '11'][r.int(5)]}-${String(1 + r.int(21)).padStart(2, '0')}T${String(8 + r.int(10)).padStart(2, '0')}:15:00Z`,
      rating,
      comment,
      // the first two contacts of a client are always there; an answer from its survey is theirs
      contact: i % 3 === 2 ? '' : `${client.key}-contact-${1 + (i % 2)}`,
      source: i % 3 === 2 ? 'smileback' : 'survey',
      about: i % 2 === 0 ? `Ticket ${4100 + client.key.length * 37 + i * 11}` : '',
    };
  });
}

function assessments(r: Random, client: DemoClient): PortfolioRow[] {
  const score = Math.round(25 + client.maturity * 65 + r.int(10));
  return [
    {
      key: `${client.key}-baseline-2025`,
      company: client.key,
      template: 'Security baseline',
      takenOn: '2025-10-14',
      score: String(Math.max(0, score - 12)),
    },
    {
      key: `${client.key}-baseline-2026`,
      company: client.key,
      template: 'Security baseline',
      takenOn: r.pick(['2026-03-03', '2026-06-22', '2026-10-13']),
      score: String(score),
    },
  ];
}

function goal(r: Random, client: DemoClient): PortfolioRow {
  const [title, category] = r.pick([
    ['Pass the cyber insurance renewal without exceptions', 'Risk'],
    ['Open the second location with the same day-one experience', 'Growth'],
    ['Cut time lost to IT trouble in half', 'Productivity'],
    ['Replace the line-of-business server', 'Modernisation'],
  ] as const);
  const status = r.pick(['On track', 'At risk', 'Achieved']);
  return {
    key: `${client.key}-goal-1`,
    company: client.key,
    title,
    category,
    owner: client.owner,
    targetDate: r.pick(['2026-12-31', '2027-03-31', '2027-06-30']),
    status,
    progress: status === 'Achieved' ? '100' : String(r.int(4) * 25),
  };
}
