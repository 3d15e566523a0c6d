import { daysBetween } from '../calendar/day.ts';
import { CADENCE_NAMES } from '../engagement/cadence-due.ts';
import { MEETING_KIND_NAMES } from '../engagement/meeting-kinds.ts';
import type { Day } from '../portfolio/values.ts';
import { ownerOf } from './owner.ts';
import type { Situation, SituationCadence } from './situation.ts';
import { daysInWords, type WorkItem } from './work-item.ts';

/** So many days before its day a meeting should be planned. */
const AHEAD = 14;
/** A late meeting that is planned within so many days is on its way, and nothing to do. */
const SOON = 14;

/**
 * A client should be met as often as was agreed. Pulse checks and meetings that are overdue, or due within two weeks, and not
 * planned by then, are to be planned. One that is late, but planned within the next two weeks, is taken care of.
 */
export function cadenceItems(company: Situation, asOf: Day): WorkItem[] {
  if (company.stage === 'offboarded') return [];
  return company.cadences.flatMap((cadence) => {
    const { kind, due, every } = cadence;
    if (daysBetween(asOf, due) > AHEAD || isTakenCareOf(cadence, asOf)) return [];
    return [
      {
        id: `cadence:${kind}`,
        kind: kind === 'pulse' ? 'pulse_check' : 'meeting',
        company: company.id,
        thing: kind,
        title: `${MEETING_KIND_NAMES[kind]} ${due < asOf ? 'overdue' : 'due'}`,
        why: `${CADENCE_NAMES[every]} was agreed: ${decapitalised(whyOf(cadence, asOf))}`,
        due,
        cause: due,
        owner: ownerOf(null, company),
        mrr: null,
      },
    ];
  });
}

function isTakenCareOf({ planned, due }: SituationCadence, asOf: Day): boolean {
  return planned !== null && (planned <= due || daysBetween(asOf, planned) <= SOON);
}

function whyOf({ planned, due, why }: SituationCadence, asOf: Day): string {
  if (planned === null) return why;
  const late = daysInWords(daysBetween(due, planned));
  return `${why}; the next one is planned for ${planned}, ${late} ${due < asOf ? 'after that' : 'too late'}`;
}

const decapitalised = (sentence: string) => sentence[0]!.toLowerCase() + sentence.slice(1);
