import { expect, it, test } from 'vitest';
import { everyCompany } from '../access/company-scope.ts';
import { cadenceDue } from '../engagement/cadence-due.ts';
import { bandBounds } from '../portfolio/bands.ts';
import { DEFAULT_HEALTH_BANDS } from '../portfolio/defaults.ts';
import { fallFrom } from './falling-health.ts';
import type {
  Situation,
  SituationActionItem,
  SituationCadence,
  SituationEscalation,
  SituationRecommendation,
} from './situation.ts';
import { AS_OF, situation } from './testing/situation.ts';
import { urgencyInWords } from './urgency.ts';
import { workQueue } from './work-queue.ts';

type Told = [title: string, why: string, when: string, owner: string | null];

/** What the queue says about one company: title, why, when, whose. */
function told(own: Partial<Situation>): Told[] {
  return workQueue([situation(own)], everyCompany, AS_OF).map((item) => [
    item.title,
    item.why,
    urgencyInWords(item, AS_OF),
    item.owner,
  ]);
}

function cadence(
  lastHeld: string,
  planned: string | null,
  own: Partial<SituationCadence> = {},
): Partial<Situation> {
  const facts = { every: 'monthly', lastHeld, planned, setOn: null, acquired: null } as const;
  return { cadences: [{ kind: 'pulse', planned, every: 'monthly', ...cadenceDue(facts, AS_OF), ...own }] };
}

const promised: SituationActionItem = {
  id: 'a1',
  title: 'Send the firewall quote',
  dueDate: '2026-11-19',
  owner: 'sam',
  ownerName: null,
  meeting: 'vCIO meeting of 2026-11-05',
};
const outage: SituationEscalation = {
  id: 'e1',
  title: 'Mail outage',
  severity: 'high',
  openedOn: '2026-11-10',
  nextUpdateDue: null,
  lastWord: null,
  owner: null,
};
const mfa: SituationRecommendation = {
  id: 'r1',
  title: 'MFA for everybody',
  status: 'Proposed',
  state: 'not_started',
  targetQuarter: '2026-Q4',
  owner: null,
  lastTouched: '2026-10-01',
};
const ending = (end: string, days: number) => ({
  renewals: [{ contract: { id: 'k', name: 'Managed services' }, end, days, mrr: 420_000 }],
});
const health = (own: Partial<Situation['health']>) => ({
  health: { score: 41, status: 'At risk', red: true, redSince: null, fall: null, ...own },
});
const backup = {
  kind: 'health',
  id: 'backup',
  name: 'Sentiment',
  date: '2026-08-01',
  staleOn: '2026-10-31',
} as const;

test.each<[string, Partial<Situation>, Told[]]>([
  ['nothing to do', {}, []],
  [
    'a pulse check that is late',
    cadence('2026-10-10', null),
    [
      [
        'Pulse check overdue',
        'Monthly was agreed: a month after the last one, held on 2026-10-10',
        '12 days overdue',
        'dana',
      ],
    ],
  ],
  ['one that is late, but planned for this week', cadence('2026-10-10', '2026-11-26'), []],
  [
    'one that is late, and planned in a month',
    cadence('2026-10-10', '2026-12-20'),
    [
      [
        'Pulse check overdue',
        'Monthly was agreed: a month after the last one, held on 2026-10-10; the next one is planned for 2026-12-20, 40 days after that',
        '12 days overdue',
        'dana',
      ],
    ],
  ],
  [
    'one that is due next week, and not planned',
    cadence('2026-11-01', null),
    [
      [
        'Pulse check due',
        'Monthly was agreed: a month after the last one, held on 2026-11-01',
        'Due in 9 days',
        'dana',
      ],
    ],
  ],
  ['one that is due next week, and planned by then', cadence('2026-11-01', '2026-11-30'), []],
  ['one that is due in a month', cadence('2026-11-22', null), []],
  ['a former client', { ...cadence('2026-10-10', null), stage: 'offboarded' }, []],
  [
    'an action item that is late is whose it is',
    { actionItems: [promised] },
    [
      [
        'Send the firewall quote',
        'Promised at the vCIO meeting of 2026-11-05, 3 days late',
        '3 days overdue',
        'sam',
      ],
    ],
  ],
  [
    'one of the client is asked for by the vCIO',
    { actionItems: [{ ...promised, owner: null, ownerName: 'Ann Lee', dueDate: '2026-11-23' }] },
    [
      [
        'Send the firewall quote',
        'Promised by Ann Lee (client) at the vCIO meeting of 2026-11-05, due on 2026-11-23',
        'Due tomorrow',
        'dana',
      ],
    ],
  ],
  ['one that is due in two months', { actionItems: [{ ...promised, dueDate: '2027-01-20' }] }, []],
  [
    'a meeting of last week that nobody has closed',
    { unclosedMeetings: [{ id: 'm', kind: 'vcio', date: '2026-11-15' }] },
    [
      [
        'Was it held? vCIO meeting of 2026-11-15',
        'It was planned for 2026-11-15, 7 days ago, and is neither held nor cancelled',
        '7 days overdue',
        'dana',
      ],
    ],
  ],
  ['one of last summer', { unclosedMeetings: [{ id: 'm', kind: 'vcio', date: '2026-08-15' }] }, []],
  [
    'an escalation about which nothing was said',
    { escalations: [outage] },
    [
      [
        'Escalation: Mail outage',
        'Open, high: nothing was said since it was opened on 2026-11-10',
        '9 days overdue',
        'dana',
      ],
    ],
  ],
  [
    'one whose promised update is late',
    { escalations: [{ ...outage, nextUpdateDue: '2026-11-20', lastWord: '2026-11-19', owner: 'sam' }] },
    [
      [
        'Escalation: Mail outage',
        'Open, high: an update was promised by 2026-11-20, 2 days ago',
        '2 days overdue',
        'sam',
      ],
    ],
  ],
  ['one that was spoken of yesterday', { escalations: [{ ...outage, lastWord: '2026-11-21' }] }, []],
  [
    'one of low severity after ten days',
    { escalations: [{ ...outage, severity: 'low', lastWord: '2026-11-12' }] },
    [],
  ],
  [
    'a high-value client in the red for five days',
    health({ redSince: '2026-11-17', fall: { from: 78, on: '2026-10-23', since: '2026-11-17' } }),
    [
      [
        'High-value customer is “At risk”',
        'High value, and at 41 in “At risk” for 5 days; health was 78 on 2026-10-23',
        '3 days overdue',
        'dana',
      ],
    ],
  ],
  ['a client of low value in the red', { ...health({}), highValue: false }, []],
  [
    'a client whose health fell',
    health({
      score: 61,
      status: 'Needs attention',
      red: false,
      fall: { from: 82, on: '2026-10-23', since: '2026-11-18' },
    }),
    [
      [
        'Health fell by 21 to 61',
        'Health was 82 on 2026-10-23 and is 61 now (Needs attention)',
        'Due in 3 days',
        'dana',
      ],
    ],
  ],
  ['a prospect has no health to lose', { ...health({ redSince: '2026-11-17' }), stage: 'prospect' }, []],
  [
    'a contract that ends in 85 days is the account manager’s',
    ending('2027-02-15', 85),
    [
      [
        'Renewal: Managed services',
        'It ends on 2027-02-15, in 85 days; renewals are settled 30 days before',
        'Due in 55 days',
        'lee',
      ],
    ],
  ],
  [
    'one that ends in 10 days',
    { ...ending('2026-12-02', 10), accountManager: null },
    [
      [
        'Renewal: Managed services',
        'It ends on 2026-12-02, in 10 days; renewals are settled 30 days before, by 2026-11-02',
        '20 days overdue',
        'dana',
      ],
    ],
  ],
  [
    'a recommendation without an answer',
    { recommendations: [mfa] },
    [
      [
        'Recommendation: MFA for everybody',
        '“Proposed” without a word since 2026-10-01, 52 days ago',
        '22 days overdue',
        'dana',
      ],
    ],
  ],
  ['one that was changed last week', { recommendations: [{ ...mfa, lastTouched: '2026-11-15' }] }, []],
  ['one of which nobody knows when it was made', { recommendations: [{ ...mfa, lastTouched: null }] }, []],
  ['one that is being carried out', { recommendations: [{ ...mfa, state: 'started' }] }, []],
  [
    'one that is being carried out, a quarter late',
    {
      recommendations: [
        { ...mfa, state: 'started', status: 'In Progress', targetQuarter: '2026-Q3', owner: 'sam' },
      ],
    },
    [
      [
        'Recommendation: MFA for everybody',
        'It was meant for 2026-Q3, which is over, and is still “In Progress”',
        '53 days overdue',
        'sam',
      ],
    ],
  ],
  [
    'a goal that is late',
    {
      goals: [
        {
          id: 'g',
          title: 'Every laptop encrypted',
          targetDate: '2026-11-15',
          status: 'On track',
          progress: 60,
          owner: 'sam',
        },
      ],
    },
    [
      [
        'Goal: Every laptop encrypted',
        'It was to be reached by 2026-11-15, 7 days ago, and is at 60 %',
        '7 days overdue',
        'sam',
      ],
    ],
  ],
  [
    'onboarding tasks, two of them late',
    {
      stage: 'onboarding',
      onboardingTasks: [
        { id: 't1', title: 'Install agents', side: 'us', dueDate: '2026-11-20' },
        { id: 't2', title: 'List vendors', side: 'client', dueDate: '2026-11-12' },
        { id: 't3', title: 'Plan the kick-off', side: 'us', dueDate: '2026-11-22' },
      ],
    },
    [
      [
        '2 onboarding tasks are late',
        'The oldest is the client’s “List vendors”, due on 2026-11-12',
        '10 days overdue',
        'dana',
      ],
    ],
  ],
  [
    'an override that ends in eight days',
    { override: { status: 'At risk', setOn: '2026-10-30', expiresOn: '2026-11-30' } },
    [
      [
        '“At risk” was set by hand, and ends',
        'The status that was set on 2026-10-30 ends on 2026-11-30, in 8 days; then its score of 82 decides',
        'Due in 8 days',
        'dana',
      ],
    ],
  ],
  [
    'one that ends next year',
    { override: { status: 'At risk', setOn: '2026-10-30', expiresOn: '2027-01-30' } },
    [],
  ],
  [
    'a metric that is stale',
    { staleMetrics: [backup] },
    [['Sentiment is stale', 'Sentiment: the oldest value is from 2026-08-01', 'Due in 8 days', 'dana']],
  ],
  [
    'several of them',
    {
      staleMetrics: [
        backup,
        { ...backup, id: 'org', name: 'Org', date: '2026-05-01', staleOn: '2026-07-30' },
      ],
    },
    [
      [
        '2 metrics are stale',
        'Org, Sentiment: the oldest value is from 2026-05-01',
        '85 days overdue',
        'dana',
      ],
    ],
  ],
  [
    'an alignment that nobody has looked at for long',
    { staleAlignment: { rows: 12, oldest: '2026-05-20', afterDays: 180 }, vcio: null },
    [
      [
        'Stack alignment is stale',
        '12 rows were set more than 180 days ago, the oldest on 2026-05-20',
        'Due in 25 days',
        'lee',
      ],
    ],
  ],
  [
    'a client that is being onboarded for long',
    {
      stage: 'onboarding',
      way: { since: '2026-09-01', days: 82, next: 'active', lacking: ['Hold the kick-off meeting'] },
    },
    [
      [
        'Stuck at “onboarding”',
        'At “onboarding” for 82 days, where 45 are usual; to “active” it lacks: Hold the kick-off meeting',
        '37 days overdue',
        'dana',
      ],
    ],
  ],
  [
    'one that nobody knows since when',
    {
      stage: 'onboarding',
      vcio: null,
      accountManager: null,
      way: { since: null, days: null, next: 'active', lacking: [] },
    },
    [],
  ],
])('%s', (_, own, expected) => {
  expect(told(own)).toEqual(expected);
});

const bounds = bandBounds(DEFAULT_HEALTH_BANDS);

it.each<[string, number | null, [on: string, score: number][], string | null]>([
  ['ten points lower than a month ago', 82, [['2026-10-23', 92]], '2026-10-23'],
  ['nine points lower in the same band', 82, [['2026-10-23', 91]], null],
  ['one point lower, in a worse band', 74, [['2026-10-23', 75]], '2026-10-23'],
  [
    'lower than three months ago alone',
    60,
    [
      ['2026-10-23', 62],
      ['2026-08-24', 70],
    ],
    '2026-08-24',
  ],
  ['better than ever', 90, [['2026-10-23', 40]], null],
  ['without a score', null, [['2026-10-23', 40]], null],
  ['without history', 40, [], null],
])('falls: %s', (_, score, earlier, from) => {
  const scores = earlier.map(([on, before]) => ({ on, score: before }));
  expect(fallFrom(score, scores, bounds)?.on ?? null).toBe(from);
});
