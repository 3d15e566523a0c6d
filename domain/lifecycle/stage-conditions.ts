import { STAGES, type Stage } from '../portfolio/facts.ts';

/**
 * A prospect becomes a client step by step: sales engaged once a vCIO is assigned, ICE once the ICE meeting was held, agreement
 * once a contract is signed, onboarding once the kick-off meeting is planned as well, active once it was held and every required
 * task of the onboarding is done. Whoever skips a stage needs what the skipped ones ask for. Whoever leaves is offboarded with a
 * reason and a day; a way back needs a note.
 */

/** What is known of a company that its stages ask for. */
export interface StageFacts {
  /** Has an owner (vCIO). */
  readonly owner: boolean;
  readonly iceHeld: boolean;
  /** Has a contract with us that is active and has not ended; one that starts later is signed already. */
  readonly agreement: boolean;
  readonly kickoff: 'none' | 'planned' | 'held';
  /** The required tasks of its onboarding, and how many of them are not done. Without any nothing is asked for. */
  readonly requiredTasks: number;
  readonly openRequiredTasks: number;
}

/** What a stage can ask for: the closed list by which a screen knows what to do about it. */
export const STAGE_NEEDS = [
  'vcio',
  'ice',
  'agreement',
  'kickoff_planned',
  'onboarding_tasks',
  'kickoff_held',
] as const;
export type StageNeed = (typeof STAGE_NEEDS)[number];

/** One thing that a stage asks for, and whether it is there. */
export interface StageCondition {
  readonly need: StageNeed;
  readonly stage: Stage;
  readonly met: boolean;
  /** What the company has when it is met: "A vCIO is assigned". */
  readonly words: string;
  /** What to do when it is not: "Assign a vCIO". */
  readonly todo: string;
}

/** What a move is given with it. */
export interface MoveWords {
  readonly note: string | null;
  readonly offboardedOn: string | null;
}

/** What a stage itself asks for; nothing of a prospect, and of one who leaves only what the move says. */
export function conditionsOf(stage: Stage, facts: StageFacts): StageCondition[] {
  const condition = (need: StageNeed, met: boolean, words: string, todo: string) => ({
    need,
    stage,
    met,
    words,
    todo,
  });
  const agreement = () =>
    condition('agreement', facts.agreement, 'A contract is signed', 'Add the signed contract');
  switch (stage) {
    case 'sales':
      return [condition('vcio', facts.owner, 'A vCIO is assigned', 'Assign a vCIO')];
    case 'ice':
      return [condition('ice', facts.iceHeld, 'The ICE meeting was held', 'Hold the ICE meeting')];
    case 'agreement':
      return [agreement()];
    case 'onboarding':
      return [
        agreement(),
        condition(
          'kickoff_planned',
          facts.kickoff !== 'none',
          'The kick-off meeting is planned',
          'Plan the kick-off meeting',
        ),
      ];
    case 'active':
      return [
        ...(facts.requiredTasks === 0 ? [] : [condition('onboarding_tasks', ...requiredTasks(facts))]),
        condition(
          'kickoff_held',
          facts.kickoff === 'held',
          'The kick-off meeting was held',
          'Hold the kick-off meeting',
        ),
      ];
    default:
      return [];
  }
}

function requiredTasks({
  requiredTasks: all,
  openRequiredTasks: open,
}: StageFacts): [met: boolean, words: string, todo: string] {
  return all === 1
    ? [open === 0, 'The required onboarding task is done', 'Finish the required onboarding task']
    : [
        open === 0,
        `All ${all} required onboarding tasks are done`,
        `Finish ${open} of ${all} required onboarding tasks`,
      ];
}

export type Direction = 'forward' | 'back' | 'out';

/** Forward to a later stage, back to an earlier one (also from offboarded to any), or out. Null: it is there already. */
export function directionOf(from: Stage, to: Stage): Direction | null {
  if (from === to) return null;
  if (to === 'offboarded') return 'out';
  if (from === 'offboarded') return 'back';
  return STAGES.indexOf(to) > STAGES.indexOf(from) ? 'forward' : 'back';
}

/** What a company lacks for a move, as things to do; a thing that two stages ask for is named once. Empty: it may move. */
export function lackingFor(
  from: Stage,
  to: Stage,
  facts: StageFacts,
  { note, offboardedOn }: MoveWords,
): string[] {
  switch (directionOf(from, to)) {
    case 'out':
      return [
        ...(note ? [] : ['Give a reason']),
        ...(offboardedOn ? [] : ['Say on which day the business ended']),
      ];
    case 'back':
      return note ? [] : ['Give a note'];
    case 'forward': {
      const way = STAGES.slice(STAGES.indexOf(from) + 1, STAGES.indexOf(to) + 1);
      const open = way.flatMap((stage) => conditionsOf(stage, facts)).filter(({ met }) => !met);
      return [...new Set(open.map(({ todo }) => todo))];
    }
    default:
      return [];
  }
}

/** The stage after this one on the way to active; null from active on. */
export function nextStage(stage: Stage): Stage | null {
  if (stage === 'active' || stage === 'offboarded') return null;
  return STAGES[STAGES.indexOf(stage) + 1] ?? null;
}
