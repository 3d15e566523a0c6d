import type { RecommendationStatus } from '../portfolio/definitions.ts';

/** A status as it is to be; `was`: the present name of the one that it is, null for a new one. */
export interface EditedStatus extends Pick<RecommendationStatus, 'name' | 'state'> {
  readonly was: string | null;
}

/** A status that goes away, and the one that takes its place. */
export interface ReplacedStatus {
  readonly status: string;
  readonly by: string;
}

/** By its present name: what a status that recommendations may have will be called. */
export interface StatusNames {
  readonly renamed: ReadonlyMap<string, string>;
  /** Those that go away and have another take their place. */
  readonly replaced: ReadonlyMap<string, string>;
  /** What recommendations are to have that name no status, so that theirs stays what it was; null: it does so anyway. */
  readonly unnamed: string | null;
}

type Present = Pick<RecommendationStatus, 'name' | 'state'>;

/**
 * A status that recommendations have cannot just vanish: a new name is carried along, and one that goes away is replaced
 * by another. `present` and `wanted` stand in their order; `used` are the statuses that any recommendation has. Returns
 * what is wrong, in words, instead.
 */
export function editedStatuses(
  present: readonly Present[],
  wanted: readonly EditedStatus[],
  replacements: readonly ReplacedStatus[],
  used: ReadonlySet<string>,
): StatusNames | { readonly problem: string } {
  const problem = problemOf(present, wanted, replacements, used);
  if (problem !== null) return { problem };
  const renamed = new Map(
    wanted.flatMap(({ was, name }) => (was === null || was === name ? [] : [[was, name] as const])),
  );
  const replaced = new Map(replacements.map(({ status, by }) => [status, by]));
  const before = firstStatus(present);
  const after = before === null ? null : (renamed.get(before) ?? replaced.get(before) ?? before);
  const stays = after === firstStatus(wanted) || !wanted.some(({ name }) => name === after);
  return { renamed, replaced, unnamed: stays ? null : after };
}

/** What a recommendation has that names no status: the first that is not started (see status.ts). */
export function firstStatus(statuses: readonly Present[]): string | null {
  return statuses.find(({ state }) => state === 'not_started')?.name ?? null;
}

/** By the status that recommendations name now (null: none), the one that they are to name; those that stay are not in it. */
export function statusMoves({ renamed, replaced, unnamed }: StatusNames): ReadonlyMap<string | null, string> {
  const moves = [...renamed, ...replaced].filter(([from, to]) => from !== to);
  return new Map<string | null, string>([...moves, ...(unnamed === null ? [] : [[null, unnamed] as const])]);
}

function problemOf(
  present: readonly Present[],
  wanted: readonly EditedStatus[],
  replacements: readonly ReplacedStatus[],
  used: ReadonlySet<string>,
): string | null {
  const twice = repeated(wanted.map(({ name }) => name));
  if (twice !== undefined) return `Two statuses are called "${twice}".`;
  const known = new Set(present.map(({ name }) => name));
  const kept = wanted.flatMap(({ was }) => (was === null ? [] : [was]));
  const unknown = kept.find((name) => !known.has(name));
  if (unknown !== undefined) return `There is no status "${unknown}".`;
  const split = repeated(kept);
  if (split !== undefined) return `The status "${split}" cannot become two.`;
  if (!wanted.some(({ state }) => state === 'not_started'))
    return 'There must be a status that is not started: it is what a new recommendation has.';
  return replacementProblem(present, new Set(kept), wanted, replacements, used);
}

function replacementProblem(
  present: readonly Present[],
  kept: ReadonlySet<string>,
  wanted: readonly EditedStatus[],
  replacements: readonly ReplacedStatus[],
  used: ReadonlySet<string>,
): string | null {
  const gone = new Set(present.map(({ name }) => name).filter((name) => !kept.has(name)));
  const twice = repeated(replacements.map(({ status }) => status));
  if (twice !== undefined) return `The status "${twice}" is replaced twice.`;
  for (const { status, by } of replacements) {
    if (!gone.has(status)) return `The status "${status}" does not go away, so it needs no replacement.`;
    if (!wanted.some(({ name }) => name === by)) return `There is no status "${by}" to replace "${status}".`;
  }
  const replaced = new Set(replacements.map(({ status }) => status));
  const lost = [...gone].find((name) => used.has(name) && !replaced.has(name));
  return lost === undefined ? null : `The status "${lost}" is in use; say which one takes its place.`;
}

function repeated(names: readonly string[]): string | undefined {
  return names.find((name, i) => names.indexOf(name) !== i);
}
