import { sql } from 'kysely';
import { addMonths } from '../../domain/calendar/day.ts';
import { companyRevenue } from '../../domain/contracts/company-revenue.ts';
import { renewalsWithin } from '../../domain/contracts/renewals.ts';
import type { OpenWithClient } from '../../domain/engagement/agenda.ts';
import { type MeetingKind, meetingName } from '../../domain/engagement/meeting-kinds.ts';
import { explainCompany } from '../../domain/portfolio/company-figures.ts';
import type { Definitions } from '../../domain/portfolio/definitions.ts';
import type { Day } from '../../domain/portfolio/values.ts';
import { readEscalations } from '../escalations/read-escalations.ts';
import { readGoals } from '../goals/read-goals.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { notFound } from '../platform/http/refusal.ts';
import { loadCompanyFacts } from '../portfolio/company-facts.ts';
import type { LoadedPortfolio } from '../portfolio/loaded-portfolio.ts';
import { readRecommendations } from '../recommendations/read-recommendations.ts';

/** What is open with a company, as far as a meeting of that id may speak of it. */
export async function openWithClient(
  tx: Tx,
  loaded: LoadedPortfolio,
  { company, id }: { readonly company: string; readonly id: string },
): Promise<OpenWithClient> {
  const { definitions, asOf } = loaded;
  const [facts] = await loadCompanyFacts(tx, [company], definitions.workspace.timeZone);
  if (!facts) throw notFound('company', company);
  const { health } = explainCompany(definitions, facts, asOf);
  const escalations = await readEscalations(
    tx,
    sql`e.company = ${company} and e.status is distinct from 'resolved'`,
    asOf,
  );
  const recommendations = await readRecommendations(tx, definitions, company);
  const { contracts } = companyRevenue(facts, definitions, asOf);
  return {
    escalations,
    actionItems: await openActionItems(tx, company, id),
    health: await healthMoved(tx, definitions, { company, now: health.status.name, asOf }),
    metrics: health.parts.flatMap(({ metric, share, weight }) =>
      share === null || weight === 0 ? [] : [{ id: metric.id, name: metric.name, share }],
    ),
    goals: (await readGoals(tx, sql`g.company = ${company}`, loaded)).filter(({ state }) => state === 'open'),
    recommendations: recommendations.filter(({ open }) => open),
    renewals: renewalsWithin(contracts, asOf, 90).map(({ contract, end }) => ({
      id: contract.id,
      name: contract.name,
      end,
    })),
  };
}

async function openActionItems(
  tx: Tx,
  company: string,
  exceptOf: string,
): Promise<OpenWithClient['actionItems']> {
  const { rows } = await sql<{
    id: string;
    title: string;
    owner: string | null;
    dueDate: Day | null;
    kind: MeetingKind;
    date: Day;
  }>`select a.key as id, a.title, coalesce(u.name, a.owner_name) as owner, a.due_date as "dueDate", m.kind, m.date
    from action_items a
    join meetings m on m.workspace_id = a.workspace_id and m.key = a.meeting
    left join users u on u.workspace_id = a.workspace_id and u.key = a.owner
    where a.workspace_id = (select current_workspace()) and a.company = ${company} and a.done is distinct from true
      and a.meeting <> ${exceptOf}
    order by m.date, a.key collate "C"`.execute(tx);
  return rows.map(({ kind, date, ...item }) => ({ ...item, meeting: meetingName(kind, date) }));
}

/** Against the earliest day of the last three months that is kept. */
async function healthMoved(
  tx: Tx,
  { healthBands }: Definitions,
  { company, now, asOf }: { readonly company: string; readonly now: string; readonly asOf: Day },
): Promise<OpenWithClient['health']> {
  const { rows } = await sql<{ status: string; on: Day }>`
    select health_status as status, date as "on" from snapshots
    where workspace_id = (select current_workspace()) and company = ${company} and health_status is not null
      and date between ${addMonths(asOf, -3)} and ${asOf}::date - 1
    order by date limit 1`.execute(tx);
  const before = rows[0] ?? null;
  const place = (status: string) => healthBands.findIndex(({ name }) => name === status);
  const [from, to] = [before ? place(before.status) : -1, place(now)];
  if (before === null || from < 0 || to < 0) return { now, before, direction: null };
  return { now, before, direction: to < from ? 'worse' : to > from ? 'better' : 'same' };
}
