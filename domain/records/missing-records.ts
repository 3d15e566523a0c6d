import type { MeetingKind } from '../engagement/meeting-kinds.ts';
import type { Day } from '../portfolio/values.ts';

/** The records of a meeting; "other" is none that a meeting can require. */
export const RECORD_KINDS = [
  'slide_deck',
  'assessment',
  'service_desk_metrics',
  'warranty_report',
  'other',
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];
export type RequiredRecord = Exclude<RecordKind, 'other'>;

/** In the order in which a meeting lists them. */
export const REQUIRABLE: readonly RequiredRecord[] = [
  'slide_deck',
  'assessment',
  'service_desk_metrics',
  'warranty_report',
];

/** What a kind of meeting requires. */
export interface Requirement {
  readonly records: readonly RequiredRecord[];
  /** An assessment of the company counts for so many days before the meeting. */
  readonly assessmentDays: number;
}

/** As long as nobody changed it: a vCIO meeting requires all four, other meetings none; an assessment counts for a quarter. */
export function defaultRequirement(kind: MeetingKind): Requirement {
  return { records: kind === 'vcio' ? REQUIRABLE : [], assessmentDays: 90 };
}

export interface TakenAssessment {
  readonly id: string;
  readonly template: string;
  readonly takenOn: Day;
  readonly score: number;
}

interface AttachedRecord {
  readonly kind: RecordKind;
}

/** How one required record stands: attached by file or link, by an assessment taken in time, or not at all. */
export interface RequiredState {
  readonly kind: RequiredRecord;
  readonly state: 'attached' | 'assessed' | 'missing';
  /** The assessment that stands for the record; only with `assessed`. */
  readonly assessment: TakenAssessment | null;
}

/**
 * "Which records does this meeting still need?" Each required one is there once a file or a link is attached for it. The
 * assessment is also there by itself when the company was assessed in the days before the meeting, the day of the
 * meeting included; the latest such assessment is named.
 */
export function requiredRecords(
  { records, assessmentDays }: Requirement,
  meetingDay: Day,
  attached: readonly AttachedRecord[],
  assessments: readonly TakenAssessment[],
): RequiredState[] {
  return REQUIRABLE.filter((kind) => records.includes(kind)).map((kind) => {
    if (attached.some((record) => record.kind === kind)) return { kind, state: 'attached', assessment: null };
    const assessment = kind === 'assessment' ? latestWithin(assessments, meetingDay, assessmentDays) : null;
    return { kind, state: assessment ? 'assessed' : 'missing', assessment };
  });
}

function latestWithin(
  assessments: readonly TakenAssessment[],
  day: Day,
  days: number,
): TakenAssessment | null {
  const inTime = assessments.filter(({ takenOn }) => takenOn <= day && daysBetween(takenOn, day) <= days);
  return inTime.reduce<TakenAssessment | null>(
    (latest, one) => (latest === null || one.takenOn >= latest.takenOn ? one : latest),
    null,
  );
}

function daysBetween(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
