import type { Activity } from '../../contract/activity.ts';

/** A sentence as who did it and what was done; without an actor it was the command line. */
export function sentenceParts({ sentence, actor }: Pick<Activity, 'sentence' | 'actor'>): {
  readonly who: string;
  readonly what: string;
} {
  const who = actor?.name ?? 'The command line';
  return sentence.startsWith(`${who} `)
    ? { who, what: sentence.slice(who.length + 1) }
    : { who: '', what: sentence };
}
