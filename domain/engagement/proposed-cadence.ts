import type { Quadrant } from '../portfolio/definitions.ts';
import { CADENCE_INTERVALS, CADENCE_NAMES, type CadenceInterval } from './cadence-due.ts';
import { MEETING_METHOD_NAMES, type MeetingMethod } from './meeting-kinds.ts';

/** What a vCIO weighs when deciding how often to meet a client. */
export interface CadenceFactors {
  /** Pulse checks keep the relationship; vCIO meetings (QBRs) go through roadmap and budget. */
  readonly kind: 'pulse' | 'vcio';
  /** The client's health: its status, where that stands among the bands (0: the lowest), and how many bands there are; null: no score. */
  readonly temperature: { readonly status: string; readonly band: number; readonly bands: number } | null;
  /** By how much MRR and employees have changed since an earlier day, as shares (0.1: a tenth more); null: nothing is known. */
  readonly growth: {
    readonly since: string;
    readonly mrr: number | null;
    readonly employees: number | null;
  } | null;
  /** The field of value × effort, and what the workspace calls it; null: not placed. */
  readonly segment: { readonly quadrant: Quadrant; readonly name: string } | null;
  /** How the client wants to be spoken to, and how often. */
  readonly preferred: { readonly method: MeetingMethod | null; readonly every: CadenceInterval | null };
}

export interface ProposedCadence {
  readonly every: CadenceInterval;
  readonly method: MeetingMethod;
  /** A sentence per factor. */
  readonly why: readonly string[];
}

/** Where one begins, and the most and the least often that is proposed. */
const RANGE = {
  pulse: { usual: 'monthly', most: 'weekly', least: 'quarterly' },
  vcio: { usual: 'quarterly', most: 'monthly', least: 'annual' },
} as const satisfies Record<string, Record<'usual' | 'most' | 'least', CadenceInterval>>;

/** A company that moved by as much in either direction is changing. */
const CHANGING = 0.1;
/** One that moved by no more than this stands still. */
const STILL = 0.02;

/** More often (+) or less often (−), in steps of the intervals, for pulse checks and for vCIO meetings. */
const BY_SEGMENT: Readonly<
  Record<Quadrant, { readonly pulse: number; readonly vcio: number; readonly why: string }>
> = {
  high_value_high_effort: {
    pulse: 1,
    vcio: 1,
    why: 'high value and much effort call for meeting most often',
  },
  high_value_low_effort: { pulse: 0, vcio: 0, why: 'high value and little effort: keep what works' },
  low_value_low_effort: {
    pulse: 0,
    vcio: -1,
    why: 'quiet clients leave quietly: stay in touch, with fewer long meetings',
  },
  low_value_high_effort: {
    pulse: -1,
    vcio: -1,
    why: 'low value and much effort: spend no more time than needed',
  },
};

/**
 * How often to meet a client, and how, as a proposal that the vCIO accepts or changes. One begins with a pulse check a
 * month and a vCIO meeting a quarter, and moves step by step along weekly, every two weeks, monthly, quarterly, twice a
 * year, yearly: more often the colder the client, the faster it changes, and as its segment asks. What the client prefers
 * goes before all of that, but a client in the lowest health band is never met less often than the rest says.
 */
export function proposedCadence(factors: CadenceFactors): ProposedCadence {
  const { kind, preferred } = factors;
  const { usual, most, least } = RANGE[kind];
  const parts = [byTemperature(factors), byGrowth(factors), bySegment(factors)];
  const steps = parts.reduce((sum, part) => sum + part.steps, 0);
  const place = (every: CadenceInterval) => CADENCE_INTERVALS.indexOf(every);
  const counted = Math.min(Math.max(place(usual) - steps, place(most)), place(least));
  const wanted = byPreference(factors, CADENCE_INTERVALS[counted]!);
  const method = byMethod(factors);
  const begin = `${kind === 'pulse' ? 'Pulse checks' : 'vCIO meetings'} are ${CADENCE_NAMES[usual].toLowerCase()} to begin with.`;
  return {
    every: wanted.every,
    method: method.method,
    why: [
      begin,
      ...parts.map((part) => part.why),
      ...(preferred.every === null ? [] : [wanted.why]),
      method.why,
    ],
  };
}

interface Part {
  readonly steps: number;
  readonly why: string;
}

function byTemperature({ kind, temperature }: CadenceFactors): Part {
  if (temperature === null)
    return { steps: 0, why: 'Client temperature: there is no health score to go by.' };
  const { status, band, bands } = temperature;
  const said = (words: string) => `Client temperature: health is “${status}”${words}.`;
  if (band === 0)
    return { steps: kind === 'pulse' ? 2 : 1, why: said(', so meet much more often until it is better') };
  if (band < bands - 1) {
    const steps = kind === 'pulse' ? 1 : 0;
    return { steps, why: said(steps > 0 ? ', so look in more often' : ', which pulse checks look after') };
  }
  return { steps: 0, why: said(', so the usual is enough') };
}

function byGrowth({ kind, growth, temperature }: CadenceFactors): Part {
  const known =
    growth &&
    [
      { what: 'MRR', share: growth.mrr },
      { what: 'the number of employees', share: growth.employees },
    ].filter((one): one is { what: string; share: number } => one.share !== null);
  if (!growth || !known || known.length === 0)
    return { steps: 0, why: 'Growth: no earlier figures to compare with yet.' };
  const { what, share } = known.reduce((a, b) => (Math.abs(b.share) > Math.abs(a.share) ? b : a));
  const moved = `${what} ${share < 0 ? 'fell' : 'grew'} by ${Math.round(Math.abs(share) * 100)} % since ${growth.since}`;
  if (Math.abs(share) >= CHANGING)
    return { steps: 1, why: `Growth: ${moved}: a company that changes is met more often.` };
  const calm = temperature !== null && temperature.band === temperature.bands - 1;
  if (Math.abs(share) <= STILL && kind === 'vcio' && calm)
    return {
      steps: -1,
      why: `Growth: hardly any change since ${growth.since}, and content: longer in between will do.`,
    };
  return { steps: 0, why: `Growth: ${moved}, which is steady.` };
}

function bySegment({ kind, segment }: CadenceFactors): Part {
  if (segment === null) return { steps: 0, why: 'Segment: not placed yet.' };
  const { why, ...steps } = BY_SEGMENT[segment.quadrant];
  return { steps: steps[kind], why: `Segment: “${segment.name}”: ${why}.` };
}

function byPreference(
  { preferred, temperature }: CadenceFactors,
  counted: CadenceInterval,
): { readonly every: CadenceInterval; readonly why: string } {
  if (preferred.every === null) return { every: counted, why: '' };
  const wish = `Preference: the client wants to meet ${CADENCE_NAMES[preferred.every].toLowerCase()}`;
  const rarer = CADENCE_INTERVALS.indexOf(preferred.every) > CADENCE_INTERVALS.indexOf(counted);
  if (rarer && temperature?.band === 0)
    return { every: counted, why: `${wish}, but not while health is this low.` };
  return { every: preferred.every, why: `${wish}, which goes first.` };
}

function byMethod({ kind, preferred, segment }: CadenceFactors): {
  readonly method: MeetingMethod;
  readonly why: string;
} {
  if (preferred.method !== null) {
    const named = MEETING_METHOD_NAMES[preferred.method].toLowerCase();
    return { method: preferred.method, why: `Method: ${named}, as the client prefers.` };
  }
  if (kind === 'pulse')
    return { method: 'phone', why: 'Method: a call, as the client has not said otherwise.' };
  const visit = segment?.quadrant.startsWith('high_value') ?? false;
  return visit
    ? {
        method: 'in_person',
        why: 'Method: in person, as the client is of high value and has not said otherwise.',
      }
    : { method: 'video', why: 'Method: video, as the client has not said otherwise.' };
}
