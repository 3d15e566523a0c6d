import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Cadence } from '../../contract/cadences.ts';
import { MEETING_KINDS, type MeetingKind } from '../../domain/engagement/meeting-kinds.ts';
import { proposedCadence } from '../../domain/engagement/proposed-cadence.ts';
import type { Tx } from '../platform/database/transaction.ts';
import type { LoadedPortfolio } from '../portfolio/loaded-portfolio.ts';
import { cadenceFactors } from './cadence-factors.ts';
import { type Occasion, readCadences } from './read-cadences.ts';

/** How often a company is met: every kind that has a cadence, and those that one is proposed for. */
export async function companyCadences(tx: Tx, loaded: LoadedPortfolio, company: string): Promise<Cadence[]> {
  const stored = await readCadences(tx, sql`k.company = ${company}`, loaded.asOf);
  const factors = await cadenceFactors(tx, loaded, company);
  const occasions = await occasionsOf(tx, loaded, company);
  return MEETING_KINDS.flatMap((kind): Cadence[] => {
    const set = stored.find((cadence) => cadence.kind === kind) ?? null;
    const isProposed = kind === 'pulse' || kind === 'vcio';
    if (set === null && !isProposed) return [];
    return [
      {
        kind,
        set: set && {
          every: set.every,
          method: set.method,
          due: set.due,
          overdue: set.overdue,
          unplanned: set.unplanned,
          why: set.why,
          setOn: set.setOn,
          setBy: set.setBy,
        },
        lastHeld: occasions.get(kind)?.lastHeld ?? null,
        planned: occasions.get(kind)?.planned ?? null,
        proposal: isProposed ? writable(proposedCadence({ kind, ...factors })) : null,
        etag: etagOf(set),
      },
    ];
  });
}

const writable = ({ every, method, why }: ReturnType<typeof proposedCadence>) => ({
  every,
  method,
  why: [...why],
});

/** Of what is set, not of what follows from it: a day later it is the same. */
function etagOf(set: { every: string; method: string | null; setOn: string | null } | null): string {
  const state = set && [set.every, set.method, set.setOn];
  return `"${createHash('md5').update(JSON.stringify(state)).digest('hex')}"`;
}

interface Occasions {
  readonly kind: MeetingKind;
  readonly lastHeld: Occasion | null;
  readonly planned: Occasion | null;
}

/** The last meeting of each kind that was held, and the next that is planned, whether or not the kind has a cadence. */
async function occasionsOf(
  tx: Tx,
  { asOf }: LoadedPortfolio,
  company: string,
): Promise<ReadonlyMap<MeetingKind, Occasions>> {
  const { rows } = await sql<Occasions>`
    select kind,
      (array_agg(json_build_object('id', key, 'date', date) order by date desc, key collate "C")
        filter (where status = 'held' and date <= ${asOf}::date))[1] as "lastHeld",
      (array_agg(json_build_object('id', key, 'date', date) order by date, key collate "C")
        filter (where coalesce(status, 'planned') = 'planned' and date >= ${asOf}::date))[1] as planned
    from meetings where workspace_id = (select current_workspace()) and company = ${company} group by kind`.execute(
    tx,
  );
  return new Map(rows.map((row) => [row.kind, row]));
}
