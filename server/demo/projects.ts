import type { DemoClient } from './clients.ts';
import { random } from './random.ts';
import type { PortfolioRow, PortfolioRows } from './rows.ts';

interface Project {
  readonly title: string;
  readonly category: string;
  readonly description: string;
  readonly priority: string;
  /** What each line of it brings a month and once, for a client of so many people. */
  readonly lines: (people: number) => readonly (readonly [mrr: number, oneTime: number])[];
}

/** What vCIOs recommend beside moving to the standard stack. */
const PROJECTS: readonly Project[] = [
  {
    title: 'Replace the file server',
    category: 'Infrastructure',
    description:
      'Out of warranty since spring. Files go to SharePoint; what must stay local moves to a small NAS.',
    priority: 'Critical',
    lines: (people) => [
      [0, 4200],
      [0, 60 * people],
    ],
  },
  {
    title: 'Renew laptops that are out of warranty',
    category: 'Hardware',
    description:
      'A third of the fleet is older than five years; replaced over two quarters to spread the cost.',
    priority: 'High',
    lines: (people) => [[0, 1150 * Math.max(2, Math.round(people / 6))]],
  },
  {
    title: 'Write and rehearse an incident response plan',
    category: 'Security',
    description:
      'The insurer asks for it: who decides what, whom to call, and a tabletop exercise once a year.',
    priority: 'High',
    lines: () => [[0, 2400]],
  },
  {
    title: 'Move phones to Teams',
    category: 'Communication',
    description: 'The phone system is no longer sold. Numbers are ported site by site.',
    priority: 'Medium',
    lines: (people) => [[14 * people, 35 * people]],
  },
  {
    title: 'Windows 11 on the last old workstations',
    category: 'Hardware',
    description: 'What cannot be upgraded is replaced with the laptop renewal.',
    priority: 'High',
    lines: (people) => [[0, 120 * Math.max(3, Math.round(people / 5))]],
  },
  {
    title: 'Test the restore of every server once a year',
    category: 'Continuity',
    description: 'Half a day with a written report that the auditor takes.',
    priority: 'Medium',
    lines: () => [[0, 900]],
  },
  {
    title: 'Network for the new location',
    category: 'Network',
    description: 'Cabling, switches and a second line, ready before the move.',
    priority: 'High',
    lines: () => [
      [180, 5600],
      [0, 2100],
    ],
  },
  {
    title: 'Label and protect confidential files',
    category: 'Compliance',
    description: 'Labels, retention and rules against sending them outside, department by department.',
    priority: 'Low',
    lines: (people) => [[5 * people, 3200]],
  },
];

const AHEAD = ['2026-Q4', '2027-Q1', '2027-Q2', '2027-Q3'];
/** In which status how many of them are, and the quarters that they are meant for. */
const STANDS: readonly (readonly [
  status: string,
  quarters: readonly string[],
  winProbability: readonly string[],
])[] = [
  ['Proposed', [...AHEAD, ''], ['30', '40', '50', '']],
  ['Planned', AHEAD, ['70', '80', '90']],
  ['In Progress', ['2026-Q4', '2027-Q1'], ['90', '95']],
  ['Completed', ['2026-Q2', '2026-Q3', '2026-Q4'], ['100']],
  ['On Hold', ['2026-Q3', '2027-Q2'], ['20', '30']],
  ['Planned', AHEAD, ['60', '75']],
  ['Declined', ['2026-Q4'], ['0']],
];

/**
 * Projects that the demo MSP recommends to its clients. They have no stack item, so no figure of the dashboard rests on
 * them; chance is their own, so that the rest of the demo stays as it is.
 */
export function projects(clients: readonly DemoClient[]): PortfolioRows {
  const r = random(20261129);
  const recommendations: PortfolioRow[] = [];
  const lines: PortfolioRow[] = [];
  for (const client of clients.filter(({ stage, blank }) => ['', 'onboarding'].includes(stage) && !blank)) {
    const first = r.int(PROJECTS.length);
    for (let n = 0; n < r.int(3); n++) {
      const project = PROJECTS[(first + n * 3) % PROJECTS.length]!;
      const [status, quarters, win] = r.pick(STANDS);
      const key = `${client.key}-project-${n + 1}`;
      recommendations.push({
        key,
        company: client.key,
        title: project.title,
        description: project.description,
        category: project.category,
        priority: project.priority,
        status,
        owner: r.chance(0.9) ? client.owner : '',
        targetQuarter: r.pick(quarters),
        winProbability: r.pick(win),
      });
      for (const [at, [mrr, oneTime]] of project.lines(client.employees).entries())
        lines.push({
          key: `${key}-${at + 1}`,
          recommendation: key,
          stackItem: '',
          mrr: mrr === 0 ? '' : mrr.toFixed(2),
          oneTime: oneTime.toFixed(2),
          order: String(at + 1),
        });
    }
  }
  return { recommendations, recommendation_lines: lines };
}
