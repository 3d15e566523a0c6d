import { URGENCIES, type Urgency } from '../../domain/work-queue/urgency.ts';
import { WORK_KINDS, type WorkKind } from '../../domain/work-queue/work-item.ts';
import type { RawSearch } from '../ui/search-text.ts';

export const WHOSE = ['mine', 'all', 'nobody'] as const;
export type Whose = (typeof WHOSE)[number];

/** Which items Home shows; all of it stands in the address. */
export interface HomeView {
  /** Null: yours if you look after anything, else everybody's. A colleague goes before it. */
  readonly who: Whose | null;
  /** User id of a colleague. */
  readonly owner: string | null;
  /** Empty: every kind. */
  readonly kinds: readonly WorkKind[];
  /** Empty: any. */
  readonly urgencies: readonly Urgency[];
  readonly company: string | null;
  /** What was done, snoozed or dismissed, in place of what is to do. */
  readonly aside: boolean;
}

export const WHOLE_QUEUE: HomeView = {
  who: null,
  owner: null,
  kinds: [],
  urgencies: [],
  company: null,
  aside: false,
};

/** Reads a view out of an address; what is unknown counts as not said. */
export function readHomeView({ who, owner, kind = [], urgency = [], company, aside }: RawSearch): HomeView {
  return {
    who: WHOSE.find((one) => one === who?.[0]) ?? null,
    owner: owner?.[0] ?? null,
    kinds: WORK_KINDS.filter((one) => kind.includes(one)),
    urgencies: URGENCIES.filter((one) => urgency.includes(one)),
    company: company?.[0] ?? null,
    aside: aside?.[0] === 'true',
  };
}

/** Writes a view as an address; what is as usual is left out. */
export function homeSearch({ who, owner, kinds, urgencies, company, aside }: HomeView): RawSearch {
  return {
    ...(who === null || owner !== null ? {} : { who: [who] }),
    ...(owner === null ? {} : { owner: [owner] }),
    ...(kinds.length === 0 ? {} : { kind: kinds }),
    ...(urgencies.length === 0 ? {} : { urgency: urgencies }),
    ...(company === null ? {} : { company: [company] }),
    ...(aside ? { aside: ['true'] } : {}),
  };
}
