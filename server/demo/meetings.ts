import { addDays } from '../../domain/calendar/day.ts';
import type { DemoClient } from './clients.ts';
import { type Random, random } from './random.ts';
import type { PortfolioRow, PortfolioRows } from './rows.ts';

/**
 * What the demo MSP has spoken about with its clients, and when it will again: meetings, cadences, action items and a few
 * escalations. It draws from chance of its own, so that the rest of the demo stays as it is.
 */
export function meetings(clients: readonly DemoClient[], contacts: readonly PortfolioRow[]): PortfolioRows {
  const r = random(20261127);
  const met = clients.filter(() => r.chance(0.85));
  const contactsOf = new Map(
    clients.map(({ key }) => [key, contacts.filter(({ company }) => company === key)]),
  );
  const held = met.map((client, i) => heldMeeting(r, client, contactsOf.get(client.key) ?? [], i));
  const pulses = met.flatMap((client, i) => pulseChecks(r, client, i));
  const planned = met.filter((_, i) => i % 5 !== 4).map((client) => plannedMeeting(r, client));
  const escalated = met.filter((client) => client.mood < 0.3).slice(0, 4);
  return {
    meetings: [
      ...held,
      ...pulses,
      ...planned,
      ...escalated.map(escalationMeeting),
      ...met.filter((_, i) => i % 31 === 9).map(notSaidYet),
    ],
    action_items: held.flatMap((meeting, i) =>
      actionItems(r, met[i]!, meeting, contactsOf.get(met[i]!.key) ?? [], i),
    ),
    cadences: clients.flatMap((client) => cadences(client, met.includes(client))),
    escalations: escalated.map(escalation),
    escalation_log: escalated.flatMap(escalationLog),
  };
}

/** How some clients said that they want to be spoken to. */
export function preferredCommunication({ key, mood }: DemoClient): PortfolioRow {
  if (key.length % 3 !== 0) return {};
  return {
    preferredMethod: ['phone', 'video', 'in_person'][key.length % 9 === 0 ? 2 : Number(mood < 0.5)]!,
    preferredEvery: key.length % 6 === 0 ? 'monthly' : '',
    communicationNote: key.length % 9 === 0 ? 'Mornings only; the office manager joins.' : '',
  };
}

const AGENDA = [
  'Service review of the quarter',
  'Open recommendations and the roadmap',
  'Budget for next year',
  'Security: what the insurer asks for',
  'Plans of the business: people, places, systems',
];

const NOTES = [
  'Happy with response times; two people asked for a better way to reach us after hours.\nBudget for next year is decided in December.\nThey open another location in spring and want one bill.',
  'Ticket volume went down after the printer replacement.\nOwner worries about the insurance renewal: MFA everywhere by February.\nWent through open recommendations; firewall first.',
  'New operations manager joined. Wants fewer vendors.\nRoadmap agreed as far as June; server replacement moved to Q3.',
  'Short on time today. Went through the budget only, rest by e-mail.\nUnhappy about the outage in spring; explained what has changed since.',
];

/** What is promised at a meeting; each client is given others, so that no two promises of a vCIO look alike. */
const OURS = [
  'Send the quote for the firewall',
  'Book the restore test',
  'Plan the office move with the carrier',
  'Write up what the outage taught us',
  'Price MFA for the seasonal staff',
  'Order the laptops for the two new hires',
  'Show the controller how the bill is made up',
  'Move the old mailboxes to shared ones',
  'Check why the warehouse scanners lose Wi-Fi',
  'Draft the acceptable-use policy',
  'Invite the line-of-business vendor to the server call',
  'Compare two carriers for the second location',
  'Set up the quarterly phishing test',
  'Return the leased switches',
  'Review who may open the payroll folder',
  'Estimate the Windows 11 replacements',
  'Bring the warranty report to the next meeting',
];
const THEIRS = [
  'Collect the list of leavers',
  'Share the answers to the insurer’s questionnaire',
  'Decide on the budget for replacements',
  'Name a deputy for approvals',
  'Tell staff about the new sign-in',
  'Send the lease of the copier',
  'Confirm who works from home',
  'Sign the statement of work',
  'Clear out the server closet',
  'Ask the landlord about cabling',
  'Choose a day for the restore test',
];

function heldMeeting(
  r: Random,
  client: DemoClient,
  contacts: readonly PortfolioRow[],
  i: number,
): PortfolioRow {
  const people = contacts.slice(0, 1 + r.int(2)).map(({ key }) => key!);
  return {
    key: `${client.key}-qbr-1`,
    company: client.key,
    kind: 'vcio',
    method: r.pick(['in_person', 'video']),
    // Thursdays, or one of the three days before
    date: addDays(
      r.pick(['2026-05-21', '2026-07-16', '2026-08-27', '2026-09-10', '2026-10-15', '2026-11-12']),
      -(i % 4),
    ),
    status: 'held',
    agenda: [AGENDA[0]!, ...AGENDA.slice(1).filter(() => r.chance(0.6))].join('\n'),
    notes: client.mood > 0.45 ? NOTES[r.int(3)]! : NOTES[3]!,
    sentiment: client.mood > 0.5 ? 'good' : client.mood > 0.25 ? 'mixed' : 'poor',
    startTime: r.pick(['09:00', '10:30', '14:00', '15:30']),
    durationMinutes: r.pick(['60', '90']),
    attendees: client.owner,
    clientAttendees: people.join('|'),
  };
}

function plannedMeeting(r: Random, client: DemoClient): PortfolioRow {
  return {
    key: `${client.key}-qbr-2`,
    company: client.key,
    kind: 'vcio',
    method: 'video',
    date: addDays('2026-11-24', r.pick([0, 1, 2, 6, 7, 8, 9, 13, 14, 16, 20, 22, 23, 44, 48, 51])),
    status: 'planned',
    startTime: r.pick(['09:00', '11:00', '13:30', '15:00']),
    durationMinutes: '60',
    attendees: client.owner,
  };
}

/** Was planned for these weeks; whether it was held, nobody has said yet. */
const notSaidYet = (client: DemoClient, i: number): PortfolioRow => ({
  key: `${client.key}-pulse-3`,
  company: client.key,
  kind: 'pulse',
  method: i % 2 === 0 ? 'phone' : 'video',
  date: ['2026-11-19', '2026-11-17', '2026-11-20', '2026-11-13', '2026-11-18'][i % 5]!,
  status: 'planned',
  startTime: ['11:30', '09:15', '16:00', '13:45', '10:30'][i % 5]!,
  durationMinutes: '30',
  attendees: client.owner,
});

function pulseChecks(r: Random, client: DemoClient, i: number): PortfolioRow[] {
  const last = addDays('2026-11-20', -r.int(client.mood < 0.4 ? 40 : 34));
  return [0, 1].map((back) => ({
    key: `${client.key}-pulse-${2 - back}`,
    company: client.key,
    kind: 'pulse',
    method: r.pick(['phone', 'phone', 'video']),
    date: onWeekday(addDays(last, -back * (client.mood < 0.4 ? 14 : 30))),
    status: back === 1 && i % 23 === 7 ? 'cancelled' : 'held',
    notes: r.pick([
      'All quiet.',
      'Asked about laptops for two new people.',
      'Thanked the desk for quick help.',
    ]),
    sentiment: client.mood > 0.5 ? 'good' : 'mixed',
    attendees: client.owner,
  }));
}

/** One promise of ours, and often one of theirs, for the weeks after the meeting; what was promised before September is done. */
function actionItems(
  r: Random,
  client: DemoClient,
  meeting: PortfolioRow,
  contacts: readonly PortfolioRow[],
  i: number,
): PortfolioRow[] {
  const longAgo = meeting.date! < '2026-09-01';
  return [0, 1].slice(0, 1 + r.int(2)).map((at) => {
    const ours = at === 0;
    const due = r.pick([...DUE, ...DUE_LATER]);
    const done = r.chance(0.55) || longAgo;
    return {
      key: `${client.key}-action-${at + 1}`,
      meeting: meeting.key!,
      title: ours ? OURS[i % OURS.length]! : THEIRS[i % THEIRS.length]!,
      owner: ours ? client.owner : '',
      dueDate: longAgo ? onWeekday(addDays(meeting.date!, 21 + (i % 14))) : due,
      done: done ? 'true' : '',
      ownerName: ours ? '' : (contacts[0]?.name ?? 'the office manager'),
    };
  });
}

const DUE = ['2026-11-13', '2026-11-16', '2026-11-18', '2026-11-20', '2026-11-23', '2026-11-24'];
const DUE_LATER = ['2026-11-27', '2026-12-01', '2026-12-03', '2026-12-08', '2026-12-11', '2026-12-15'];

/** The day itself, or the Friday before a weekend. */
function onWeekday(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 ? addDays(day, -2) : weekday === 6 ? addDays(day, -1) : day;
}

/** Whom nobody has met yet has a cadence since this autumn only. */
function cadences(client: DemoClient, met: boolean): PortfolioRow[] {
  const set = { setOn: met ? '2026-01-12' : '2026-10-19', setBy: client.owner };
  return [
    {
      company: client.key,
      kind: 'pulse',
      every: client.mood < 0.4 ? 'biweekly' : 'monthly',
      method: 'phone',
      ...set,
    },
    {
      company: client.key,
      kind: 'vcio',
      every: client.employees > 25 ? 'quarterly' : 'semiannual',
      method: '',
      ...set,
    },
  ];
}

const ESCALATIONS = [
  { title: 'Mail outage, third time this quarter', severity: 'high' },
  { title: 'Backup of the file server failed unnoticed', severity: 'critical' },
  { title: 'Wrong invoice two months in a row', severity: 'medium' },
  { title: 'Slow VPN for people at home', severity: 'medium' },
];

const escalationKey = (client: DemoClient) => `${client.key}-escalation`;

function escalation(client: DemoClient, i: number): PortfolioRow {
  const resolved = i === 3;
  return {
    key: escalationKey(client),
    company: client.key,
    ...ESCALATIONS[i]!,
    description: 'The owner called the vCIO directly.',
    openedOn: addDays('2026-11-18', -i * 3),
    owner: client.owner,
    nextUpdateDue: resolved ? '' : addDays('2026-11-21', i),
    status: resolved ? 'resolved' : 'open',
    resolution: resolved ? 'Replaced the appliance at the main site; measured again with them.' : '',
    resolvedOn: resolved ? '2026-11-17' : '',
  };
}

function escalationLog(client: DemoClient, i: number): PortfolioRow[] {
  const day = addDays('2026-11-18', -i * 3);
  const entry = (place: number, more: PortfolioRow): PortfolioRow => ({
    key: `${escalationKey(client)}-00${place}`,
    escalation: escalationKey(client),
    by: client.owner,
    ...more,
  });
  return [
    entry(1, {
      at: `${day}T15:10:00Z`,
      toWhom: 'The owner',
      method: 'phone',
      audience: 'client',
      text: 'Apologised, said what we know, and promised the cause in writing.',
    }),
    entry(2, {
      at: `${day}T16:00:00Z`,
      toWhom: 'Service desk',
      method: 'video',
      audience: 'internal',
      text: 'Every ticket of theirs goes to a senior engineer until this is closed.',
    }),
  ];
}

function escalationMeeting(client: DemoClient, i: number): PortfolioRow {
  return {
    key: `${client.key}-escalation-1`,
    company: client.key,
    kind: 'escalation',
    method: 'video',
    date: addDays('2026-11-25', i),
    status: 'planned',
    startTime: '08:30',
    durationMinutes: '30',
    attendees: client.owner,
    escalation: escalationKey(client),
  };
}
