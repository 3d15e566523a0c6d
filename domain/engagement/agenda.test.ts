import { expect, test } from 'vitest';
import { agenda, type OpenWithClient } from './agenda.ts';

const nothing: OpenWithClient = {
  escalations: [],
  actionItems: [],
  health: { now: 'Satisfactory', before: null, direction: null },
  metrics: [],
  goals: [],
  recommendations: [],
  renewals: [],
};
const today = '2026-11-22';
const item = (title: string, dueDate: string | null) => ({
  id: title,
  title,
  owner: 'Dana Reyes',
  dueDate,
  meeting: 'vCIO meeting of 2026-08-21',
});
const said = (open: Partial<OpenWithClient>) =>
  agenda({ ...nothing, ...open }, today).map(({ text, why }) => `${text}: ${why}`);

test.each<[string, Partial<OpenWithClient>, string[]]>([
  ['nothing is open', {}, []],
  [
    'an escalation whose update is late',
    {
      escalations: [
        {
          id: 'e',
          title: 'Mail outage',
          severity: 'high',
          openedOn: '2026-11-18',
          nextUpdateDue: '2026-11-21',
        },
      ],
    },
    ['Escalation: Mail outage: Open since 2026-11-18, high; an update is 1 day late'],
  ],
  [
    'what was promised: late first, without a date last',
    { actionItems: [item('No date', null), item('Later', '2026-12-01'), item('Late', '2026-11-20')] },
    [
      'Late (Dana Reyes): Open from the vCIO meeting of 2026-08-21, 2 days late',
      'Later (Dana Reyes): Open from the vCIO meeting of 2026-08-21, due 2026-12-01',
      'No date (Dana Reyes): Open from the vCIO meeting of 2026-08-21, without a date',
    ],
  ],
  [
    'due today is not late',
    { actionItems: [item('Now', today)] },
    ['Now (Dana Reyes): Open from the vCIO meeting of 2026-08-21, due 2026-11-22'],
  ],
  [
    'health fell',
    { health: { now: 'At risk', before: { status: 'Satisfactory', on: '2026-08-30' }, direction: 'worse' } },
    ['How are things going with us?: Health went from “Satisfactory” (2026-08-30) to “At risk”'],
  ],
  [
    'health is as it was',
    { health: { now: 'At risk', before: { status: 'At risk', on: '2026-08-30' }, direction: 'same' } },
    [],
  ],
  [
    'metrics below half of their points',
    {
      metrics: [
        { id: 'csat', name: 'CSAT', share: 0.5 },
        { id: 'org', name: 'Org', share: 0.4 },
      ],
    },
    ['Org: what would help?: Org has 40 % of its points'],
  ],
  [
    'goals past their day, not those of today or without one',
    {
      goals: [
        { id: 'a', title: 'Insurance', targetDate: '2026-11-21' },
        { id: 'b', title: 'Branch', targetDate: today },
        { id: 'c', title: 'Calm', targetDate: null },
      ],
    },
    ['Goal: Insurance: Its target date, 2026-11-21, has passed'],
  ],
  [
    'open recommendations',
    { recommendations: [{ id: 'r', title: 'Take EDR', status: 'Proposed', targetQuarter: '2027-Q1' }] },
    ['Recommendation: Take EDR: Proposed, meant for 2027-Q1'],
  ],
  [
    'renewals',
    { renewals: [{ id: 'k', name: 'Managed services', end: '2026-12-31' }] },
    ['Renewal: Managed services: It ends on 2026-12-31, in 39 days'],
  ],
])('%s', (_, open, lines) => {
  expect(said(open)).toEqual(lines);
});

test('the most pressing comes first', () => {
  const open: OpenWithClient = {
    escalations: [{ id: 'e', title: 'E', severity: null, openedOn: today, nextUpdateDue: null }],
    actionItems: [item('A', null)],
    health: { now: 'At risk', before: { status: 'Good', on: '2026-08-30' }, direction: 'worse' },
    metrics: [{ id: 'm', name: 'M', share: 0 }],
    goals: [{ id: 'g', title: 'G', targetDate: '2026-01-01' }],
    recommendations: [{ id: 'r', title: 'R', status: null, targetQuarter: null }],
    renewals: [{ id: 'k', name: 'K', end: today }],
  };
  expect(agenda(open, today).map(({ source }) => source)).toEqual([
    'escalation',
    'action_item',
    'health',
    'metric',
    'goal',
    'recommendation',
    'renewal',
  ]);
});
