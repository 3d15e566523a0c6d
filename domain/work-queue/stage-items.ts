import { STAGE_WORDS } from '../activity/vocabulary.ts';
import { addDays } from '../calendar/day.ts';
import type { Stage } from '../portfolio/facts.ts';
import type { Day } from '../portfolio/values.ts';
import { ownerOf } from './owner.ts';
import type { Situation } from './situation.ts';
import { daysInWords, type WorkItem } from './work-item.ts';

/** So many days a company usually stays in a stage on its way; stages without a number may take as long as they do. */
const USUAL: Partial<Readonly<Record<Stage, number>>> = { sales: 30, ice: 30, agreement: 14, onboarding: 45 };

/**
 * Who is on the way to becoming an active client should not get stuck: longer in a stage than usual (sales engaged and ICE 30
 * days, agreement 14, onboarding 45), it is to be moved on. The sentence says what the next stage still asks for. A stage
 * whose beginning nobody recorded is not stuck.
 */
export function stageItems(company: Situation, asOf: Day): WorkItem[] {
  const { stage, way } = company;
  const usual = USUAL[stage];
  if (!way?.next || way.since === null || way.days === null || usual === undefined) return [];
  const due = addDays(way.since, usual);
  if (due > asOf) return [];
  const todo = way.lacking.length > 0 ? way.lacking.join(', ') : 'nothing: move it on';
  return [
    {
      id: 'stage',
      kind: 'stage',
      company: company.id,
      thing: null,
      title: `Stuck at “${wordsOf(stage)}”`,
      why: `At “${wordsOf(stage)}” for ${daysInWords(way.days)}, where ${usual} are usual; to “${wordsOf(way.next)}” it lacks: ${todo}`,
      due,
      cause: `${stage} since ${way.since}`,
      owner: ownerOf(null, company),
      mrr: null,
    },
  ];
}

const wordsOf = (stage: Stage): string => STAGE_WORDS[stage] ?? stage;
