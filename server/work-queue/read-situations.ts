import { sql } from 'kysely';
import { addDays } from '../../domain/calendar/day.ts';
import { RENEWAL_HORIZONS } from '../../domain/contracts/renewals.ts';
import { healthStatuses } from '../../domain/dashboard/statuses.ts';
import { goalState } from '../../domain/goals/goal.ts';
import { lackingFor, nextStage } from '../../domain/lifecycle/stage-conditions.ts';
import { timeInStage } from '../../domain/lifecycle/time-in-stage.ts';
import { known } from '../../domain/portfolio/column-arrays.ts';
import { isHighValue } from '../../domain/portfolio/placement.ts';
import { rulesOf } from '../../domain/portfolio/rules.ts';
import type { Day } from '../../domain/portfolio/values.ts';
import { isOpen, statusesOf, statusOf } from '../../domain/recommendations/status.ts';
import { type EarlierScore, fallFrom, fallsFrom } from '../../domain/work-queue/falling-health.ts';
import { firstAccountManagers } from '../../domain/work-queue/owner.ts';
import type { Situation, SituationHealth, SituationWay } from '../../domain/work-queue/situation.ts';
import { actionItemRows } from '../action-items/read-action-items.ts';
import { readCadences } from '../cadences/read-cadences.ts';
import { type StageRow, stageRows } from '../lifecycle/stage-rows.ts';
import type { Tx } from '../platform/database/transaction.ts';
import type { LoadedPortfolio } from '../portfolio/loaded-portfolio.ts';
import { renewalsByCompany } from '../renewals/renewals-by-company.ts';
import { earlierScores, lowSince, statusSince } from './health-history.ts';
import {
  goalsDue,
  lateTasks,
  openEscalations,
  overridesEnding,
  recommendationsBut,
  stagesAndOwners,
  unclosedMeetings,
} from './queries.ts';

/** A list that is longer than anybody works through is cut, the earliest due first. */
const MOST_ACTION_ITEMS = 20_000;

/**
 * What the work queue rests on, of the companies that the transaction sees: one query per question for all of them; figures
 * come from the portfolio in memory, and the rules of other slices say what is due, open and lacking.
 */
export async function readSituations(tx: Tx, loaded: LoadedPortfolio): Promise<Situation[]> {
  const { definitions, grants, asOf } = loaded;
  const { timeZone } = definitions.workspace;
  const statuses = definitions.recommendationStatuses;
  const everyone = figuresInMemory(loaded);
  const companies = (await stagesAndOwners(tx)).filter(({ id }) => everyone.has(id));
  const figures = new Map(companies.map(({ id }) => [id, everyone.get(id)!]));
  const onTheirWay = companies.filter(({ stage }) => stage !== 'prospect' && nextStage(stage) !== null);
  const ways = waysOf(
    onTheirWay.length === 0
      ? []
      : await stageRows(
          tx,
          loaded,
          onTheirWay.map(({ id }) => id),
        ),
    asOf,
  );
  const health = await healthOf(tx, loaded, figures);
  const cadences = grouped(
    await readCadences(tx, sql`c.stage is distinct from 'offboarded'`, asOf),
    (row) => row.company.id,
  );
  const meetings = grouped(await unclosedMeetings(tx, addDays(asOf, -31), addDays(asOf, -1)), byCompany);
  const promised = sql`a.done is distinct from true and a.due_date <= ${addDays(asOf, 31)}::date`;
  const actionItems = grouped(
    await actionItemRows(tx, promised, { asOf, limit: MOST_ACTION_ITEMS }),
    (row) => row.company.id,
  );
  const escalations = grouped(await openEscalations(tx, timeZone), byCompany);
  const renewals = grouped(await renewalsByCompany(tx, loaded, RENEWAL_HORIZONS.at(-1)!), byCompany);
  const closed = [...statusesOf(statuses, 'completed'), ...statusesOf(statuses, 'declined')];
  const recommendations = grouped(await recommendationsBut(tx, closed, { asOf, timeZone }), byCompany);
  const overrides = grouped(await overridesEnding(tx, asOf, addDays(asOf, 15)), byCompany);
  const goals = grouped(await goalsDue(tx, addDays(asOf, 8)), byCompany);
  const tasks = grouped(await lateTasks(tx, asOf), byCompany);
  const active = new Set(grants.users.filter((user) => user.active).map(({ id }) => id));
  const ifActive = (user: string | null) => (user !== null && active.has(user) ? user : null);
  const accountManagerOf = firstAccountManagers(grants);

  return companies.map(({ id, stage, owner }): Situation => {
    const { name, mrr, highValue, upkeep } = figures.get(id)!;
    return {
      id,
      name,
      stage,
      mrr,
      highValue,
      vcio: ifActive(owner),
      accountManager: accountManagerOf(id),
      health: health.get(id)!,
      cadences: (cadences.get(id) ?? []).map(({ planned, ...cadence }) => ({
        ...cadence,
        planned: planned?.date ?? null,
      })),
      unclosedMeetings: meetings.get(id) ?? [],
      actionItems: (actionItems.get(id) ?? []).flatMap(({ dueDate, owner: by, meeting, ...item }) =>
        dueDate === null
          ? []
          : [{ ...item, dueDate, owner: ifActive(by?.id ?? null), meeting: meeting.name }],
      ),
      escalations: (escalations.get(id) ?? []).map((row) => ({ ...row, owner: ifActive(row.owner) })),
      renewals: (renewals.get(id) ?? []).map(({ renewal }) => renewal),
      recommendations: (recommendations.get(id) ?? []).flatMap((row) => {
        const status = statusOf(statuses, row.status);
        if (!isOpen(status)) return [];
        const state = status?.state ?? ('not_started' as const);
        return [{ ...row, status: status?.name ?? null, state, owner: ifActive(row.owner) }];
      }),
      goals: (goals.get(id) ?? []).flatMap(({ progress, ...row }) => {
        const goal = {
          ...row,
          progress: progress === null ? null : Number(progress),
          owner: ifActive(row.owner),
        };
        return goalState(goal) === 'open' ? [goal] : [];
      }),
      onboardingTasks: tasks.get(id) ?? [],
      override: overrides.get(id)?.[0] ?? null,
      staleMetrics: upkeep?.metrics ?? [],
      staleAlignment: upkeep?.alignment ?? null,
      way: ways.get(id) ?? null,
    };
  });
}

interface InMemory {
  readonly name: string;
  readonly mrr: number;
  readonly score: number | null;
  readonly status: number;
  readonly highValue: boolean;
  readonly upkeep: ReturnType<LoadedPortfolio['portfolio']['upkeep']['get']>;
}

/** Read all at once, as the portfolio is brought up to date in place. */
function figuresInMemory({ portfolio }: LoadedPortfolio): Map<string, InMemory> {
  const { company, names, upkeep } = portfolio;
  return new Map(
    [...portfolio.slots].map(([id, slot]) => [
      id,
      {
        name: names[slot]!,
        mrr: company.mrr[slot]!,
        score: known(company.health, slot),
        status: company.status[slot]!,
        highValue: isHighValue(portfolio, slot),
        upkeep: upkeep.get(slot),
      },
    ]),
  );
}

async function healthOf(
  tx: Tx,
  { definitions, asOf }: LoadedPortfolio,
  figures: ReadonlyMap<string, InMemory>,
): Promise<ReadonlyMap<string, SituationHealth>> {
  const { bounds } = rulesOf(definitions).status;
  const statuses = healthStatuses(definitions);
  const earlier = await earlierScores(tx, asOf);
  const falls = new Map<string, EarlierScore>();
  const low: { id: string; least: number }[] = [];
  for (const [id, { score }] of figures) {
    const from = fallFrom(score, earlier.get(id) ?? [], bounds);
    if (from === null || score === null) continue;
    falls.set(id, from);
    low.push({ id, least: fallsFrom(score, bounds) });
  }
  const since = await lowSince(tx, low, asOf);
  const red = [...figures].flatMap(([id, { status, highValue }]) => (status === 0 && highValue ? [id] : []));
  const redSince = await statusSince(tx, red, statuses[0]!.name, asOf);
  return new Map(
    [...figures].map(([id, { score, status }]) => {
      const fall = falls.get(id);
      return [
        id,
        {
          score,
          status: statuses[status]!.name,
          red: status === 0,
          redSince: redSince.get(id) ?? null,
          fall: fall ? { from: fall.score, on: fall.on, since: since.get(id) ?? null } : null,
        },
      ];
    }),
  );
}

function waysOf(rows: readonly StageRow[], asOf: Day): ReadonlyMap<string, SituationWay> {
  const silent = { note: null, offboardedOn: null };
  return new Map(
    rows.map(({ id, stage, offboardedOn, steps, ...facts }) => {
      const { since, days } = timeInStage(stage, offboardedOn, steps, asOf);
      const next = nextStage(stage);
      return [
        id,
        { since, days, next, lacking: next === null ? [] : lackingFor(stage, next, facts, silent) },
      ];
    }),
  );
}

const byCompany = (row: { readonly company: string }) => row.company;

function grouped<Row>(rows: readonly Row[], companyOf: (row: Row) => string): ReadonlyMap<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(companyOf(row));
    if (group) group.push(row);
    else groups.set(companyOf(row), [row]);
  }
  return groups;
}
