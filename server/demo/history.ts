import { addDays, addMonths, daysBetween } from '../../domain/calendar/day.ts';
import { parseDecimal } from '../../domain/money/fraction.ts';
import { bandBounds, bandIndex } from '../../domain/portfolio/bands.ts';
import type { Definitions } from '../../domain/portfolio/definitions.ts';
import type { Day } from '../../domain/portfolio/values.ts';
import { type Snapshot, withSegments } from '../../domain/snapshots/snapshot.ts';
import { formerClients } from './former-clients.ts';
import { type Random, random } from './random.ts';

/** A company's snapshot with who looked after it. */
export interface KeptSnapshot extends Snapshot {
  readonly managers: readonly string[];
  readonly groups: readonly string[];
}

/** What of a company's past is told by its profile. */
export interface PastOf {
  /** The day on which it became a client; null: before history begins. */
  readonly acquired: Day | null;
  readonly left: Day | null;
}

/** Clients who left and came back: the days on which they did, by their place among all. */
const RETURNED: ReadonlyMap<number, readonly [left: Day, back: Day]> = new Map([
  [22, ['2025-03-31', '2025-09-01']],
  [64, ['2025-07-31', '2026-02-01']],
  [103, ['2026-04-30', '2026-08-15']],
]);

/** So many months back, and besides them a day of each of the last weeks. */
const MONTHS = 24;
const WEEKS = 8;

/**
 * What the companies were on past days, backward from what they are: month ends, and of the last weeks a day each. Made up,
 * but the same each time: seats come and go, prices rise in January, health drifts and sinks before a client leaves, and
 * one account manager has taken over clients of another.
 */
export function demoHistory(
  definitions: Definitions,
  today: { readonly day: Day; readonly snapshots: readonly KeptSnapshot[] },
  pastOf: (company: string) => PastOf,
): { day: Day; snapshots: KeptSnapshot[] }[] {
  const days = pastDays(today.day);
  const byDay = days.map((): KeptSnapshot[] => []);
  const status = statusIn(definitions);
  for (const [at, last] of today.snapshots.entries()) {
    const r = random(seedOf(last.company));
    const past = pastOf(last.company);
    let later: KeptSnapshot = past.left === null ? last : atItsEnd(r, last);
    let laterDay = past.left ?? today.day;
    const low = past.left ?? ((last.health ?? 100) < 50 ? today.day : null);
    for (const [i, day] of days.entries()) {
      if (past.left !== null && day >= past.left) {
        byDay[i]!.push({ ...last, stage: 'offboarded' });
        continue;
      }
      later = earlier(r, later, { from: day, to: laterDay, low });
      laterDay = day;
      const then = onItsWay({ ...later, healthStatus: status(later) }, day, past, RETURNED.get(at));
      if (then) byDay[i]!.push(handedOver(then, day, at));
    }
  }
  return days.map((day, i) => ({ day, snapshots: placed(definitions, byDay[i]!) }));
}

/** Latest first. */
function pastDays(today: Day): Day[] {
  const days = new Set<Day>();
  for (let week = 1; week <= WEEKS; week++) days.add(addDays(today, -7 * week));
  const thisMonth = `${today.slice(0, 7)}-01`;
  for (let month = 0; month < MONTHS; month++) days.add(addDays(addMonths(thisMonth, -month), -1));
  return [...days].sort().reverse();
}

/** What a client who has left last brought in, and how it stood. */
function atItsEnd(r: Random, last: KeptSnapshot): KeptSnapshot {
  const employees = formerClients.find(({ key }) => key === last.company)?.employees ?? 24;
  const mrr = Math.round(employees * (70 + r.int(50))) * 100;
  const figures = { stage: 'active' as const, mrr, employees, coverage: 88, alignment: 35 + r.int(30) };
  return { ...last, ...figures, health: 18 + r.int(25), effort: 40 + r.int(45) };
}

interface Step {
  readonly from: Day;
  readonly to: Day;
  /** The day on which it left, or today if it is at risk: its health has been sinking towards it. */
  readonly low: Day | null;
}

/** What a company was some days before. */
function earlier(r: Random, later: KeptSnapshot, { from, to, low }: Step): KeptSnapshot {
  const months = Math.min(1.5, daysBetween(from, to) / 30);
  const grew = r.chance(0.055 * months) ? 0.84 + r.next() * 0.12 : 1;
  const shrank = r.chance(0.03 * months) ? 1.05 + r.next() * 0.12 : 1;
  const raised = from.slice(5, 7) === '12' && to.slice(5, 7) === '01' && r.chance(0.55) ? 1 / 1.035 : 1;
  const factor = grew * shrank * raised;
  const sinking = low !== null && daysBetween(from, low) < 150;
  const drift = sinking ? r.next() * 11 : (r.next() - 0.5) * 13;
  const health = later.health === null ? null : later.health + (drift + (66 - later.health) * 0.05) * months;
  const effort = later.effort === null ? null : later.effort + (r.next() - 0.5) * 6 * months;
  return {
    ...later,
    stage: 'active',
    mrr: factor === 1 ? later.mrr : Math.round((later.mrr * factor) / 100) * 100,
    employees: later.employees && Math.max(1, Math.round(later.employees * grew * shrank)),
    health: bounded(health),
    effort: bounded(effort),
    alignment:
      later.alignment && Math.max(0, Math.round((later.alignment - r.next() * 0.9 * months) * 100) / 100),
    mrrOpportunity:
      later.mrrOpportunity && Math.round((later.mrrOpportunity * (1 + r.next() * 0.02)) / 100) * 100,
  };
}

const bounded = (score: number | null) => score && Math.round(Math.min(98, Math.max(6, score)));

/** As it was on the way to becoming a client, or while it was none; null: nobody knew it yet. */
function onItsWay(
  then: KeptSnapshot,
  day: Day,
  { acquired }: PastOf,
  returned: readonly [left: Day, back: Day] | undefined,
): KeptSnapshot | null {
  const nothing = { mrr: 0, health: null, healthStatus: 'No score', effort: null } as const;
  if (returned && day >= returned[0] && day < returned[1])
    return { ...then, ...nothing, stage: 'offboarded' };
  if (acquired === null) return then;
  if (day < addDays(acquired, -75)) return null;
  if (day < acquired)
    return { ...then, ...nothing, stage: day < addDays(acquired, -30) ? 'sales' : 'agreement' };
  return day < addDays(acquired, 45) ? { ...then, stage: 'onboarding' } : then;
}

/** Casey has taken every other client over from Jordan in the fall of 2025. */
function handedOver(then: KeptSnapshot, day: Day, at: number): KeptSnapshot {
  if (day >= '2025-10-01' || at % 2 === 0 || !then.managers.includes('casey')) return then;
  const managers = new Set(then.managers.map((manager) => (manager === 'casey' ? 'jordan' : manager)));
  return { ...then, managers: [...managers].sort() };
}

function statusIn({ healthBands }: Definitions): (snapshot: Snapshot) => string | null {
  const bounds = bandBounds(healthBands);
  return ({ health, healthStatus }) =>
    health === null ? healthStatus : healthBands[bandIndex(bounds, parseDecimal(String(health)))]!.name;
}

function placed(definitions: Definitions, snapshots: readonly KeptSnapshot[]): KeptSnapshot[] {
  const segments = withSegments(definitions, snapshots);
  return snapshots.map((snapshot, i) => ({ ...snapshot, segment: segments[i]!.segment }));
}

function seedOf(text: string): number {
  let seed = 2166136261;
  for (const letter of text) seed = Math.imul(seed ^ letter.codePointAt(0)!, 16777619);
  return seed >>> 0;
}
