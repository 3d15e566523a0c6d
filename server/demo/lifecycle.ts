import { addDays } from '../../domain/calendar/day.ts';
import { STAGES, type Stage } from '../../domain/portfolio/facts.ts';
import type { DemoClient } from './clients.ts';
import { onboardingStart } from './onboarding.ts';
import type { PortfolioRow, PortfolioRows } from './rows.ts';

/** Days from the first word to each stage. */
const USUALLY: Readonly<Record<Stage, number>> = {
  prospect: 0,
  sales: 12,
  ice: 33,
  agreement: 58,
  onboarding: 66,
  active: 94,
  offboarded: 94,
};

/** Whoever is on the way to the agreement began it on this day. */
const BEGAN: Readonly<Record<string, string>> = {
  prospect: '2026-11-09',
  sales: '2026-10-14',
  ice: '2026-09-29',
  agreement: '2026-09-10',
};

/** Of clients that came before, nobody wrote it down. */
const RECORDED_SINCE = '2024-07-01';

/**
 * How the demo's companies came to where they stand: those on the way with every step, clients of the last years as well, and
 * what the steps rest on: ICE meetings, kick-offs and the agreement that has just been signed. `acquired`: since when each is a
 * client, by key; empty: not yet.
 */
export function lifecycle(
  clients: readonly DemoClient[],
  acquired: ReadonlyMap<string, string>,
): PortfolioRows {
  const onboarded = clients.filter(({ stage }) => stage === 'onboarding');
  const underWay = [
    ...clients
      .filter(({ stage }) => stage in BEGAN)
      .map((client) => ({ client, began: BEGAN[client.stage]! })),
    ...onboarded.map((client, i) => ({ client, began: addDays(onboardingStart(i), -USUALLY.onboarding) })),
  ];
  const recent = clients.filter(
    ({ key, stage }) => stage === '' && (acquired.get(key) ?? '') >= RECORDED_SINCE,
  );
  return {
    stage_changes: [
      ...underWay.flatMap(({ client, began }) => steps(client, client.stage as Stage, began)),
      ...recent.flatMap((client, i) => {
        const began = addDays(acquired.get(client.key)!, -USUALLY.active);
        return i % 6 === 3 ? takenOver(client, began) : steps(client, 'active', began);
      }),
      ...clients.filter(({ stage }) => stage === 'offboarded').map(left),
    ],
    meetings: underWay.flatMap(meetingsOnTheWay),
    contracts: clients.filter(({ stage }) => stage === 'agreement').map(signed),
  };
}

function steps(client: DemoClient, stage: Stage, began: string): PortfolioRow[] {
  return STAGES.slice(0, STAGES.indexOf(stage) + 1).map((to, i) => ({
    key: `${client.key}-${to}`,
    company: client.key,
    changedAt: `${addDays(began, USUALLY[to])}T${['16:05', '14:20', '18:40', '21:15', '15:30', '17:45'][i]}:00Z`,
    // sales brings them; who owns them from then on is the vCIO
    changedBy: i < 2 ? 'dana' : client.owner,
    fromStage: i === 0 ? '' : STAGES[i - 1]!,
    toStage: to,
    note: to === 'agreement' ? 'Signed for three years.' : '',
  }));
}

/** Came with another MSP's contracts: no meeting was held before. */
function takenOver(client: DemoClient, began: string): PortfolioRow[] {
  const [first] = steps(client, 'prospect', began);
  return [
    first!,
    {
      key: `${client.key}-active`,
      company: client.key,
      changedAt: `${addDays(began, USUALLY.active)}T17:00:00Z`,
      changedBy: 'alex',
      fromStage: 'prospect',
      toStage: 'active',
      note: 'Taken over with the clients of Lakeside Tech; ICE meeting and kick-off were theirs.',
      forced: 'true',
    },
  ];
}

const left = (client: DemoClient): PortfolioRow => ({
  key: `${client.key}-offboarded`,
  company: client.key,
  changedAt: '2026-08-31T19:10:00Z',
  changedBy: client.owner,
  fromStage: 'active',
  toStage: 'offboarded',
  note: 'Merged with a group that has its own IT. Left on good terms.',
});

function meetingsOnTheWay(
  { client, began }: { client: DemoClient; began: string },
  i: number,
): PortfolioRow[] {
  const meeting = (kind: 'ice' | 'kickoff', date: string, held: boolean): PortfolioRow => ({
    key: `${client.key}-${kind}`,
    company: client.key,
    kind,
    method: kind === 'ice' ? 'in_person' : 'video',
    date,
    status: held ? 'held' : 'planned',
    startTime: '10:00',
    durationMinutes: '60',
    attendees: client.owner,
    ...(held
      ? { notes: 'Went through the proposal, the roadmap and how we keep in touch.', sentiment: 'good' }
      : {}),
  });
  const ice = () => meeting('ice', addDays(began, USUALLY.ice), true);
  switch (client.stage) {
    case 'sales':
      return [meeting('ice', addDays('2026-11-26', i % 5), false)];
    case 'ice':
    case 'agreement':
      return [ice()];
    case 'onboarding':
      return [ice(), meeting('kickoff', addDays('2026-11-27', i % 5), false)];
    default:
      return [];
  }
}

const signed = (client: DemoClient): PortfolioRow => ({
  key: `${client.key}-msa`,
  company: client.key,
  name: 'Managed services agreement',
  status: 'active',
  start: '2027-01-01',
  end: '2029-12-31',
  cycle: 'monthly',
  amount: '3850.00',
});
