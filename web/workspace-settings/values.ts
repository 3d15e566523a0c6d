import type { BodyOf } from '../../contract/endpoint.ts';
import type { updateWorkspaceSettings, WorkspaceSettings } from '../../contract/workspace-settings.ts';

export interface EditedStatus {
  readonly name: string;
  /** The name that it has as stored; null: it is new. */
  readonly was: string | null;
  readonly state: WorkspaceSettings['recommendationStatuses'][number]['state'];
  readonly color: string | null;
}

/** Everything that the page edits. A number that is not typed yet is null. */
export interface Values {
  readonly name: string;
  readonly timeZone: string;
  readonly asOf: string | null;
  readonly currency: string;
  readonly exchangeRates: readonly { readonly currency: string; readonly rate: string }[];
  readonly effortMidpoint: number | null;
  readonly valueMidpoint: number | null;
  readonly seatValueMidpoint: number | null;
  readonly segments: WorkspaceSettings['segments'];
  readonly alignmentBands: readonly {
    readonly name: string;
    readonly from: number | null;
    readonly color: string;
  }[];
  readonly alignmentStaleAfterDays: number | null;
  readonly recommendationStatuses: readonly EditedStatus[];
  /** By the name of a status that goes away: the one that takes its place. */
  readonly replacedStatuses: Readonly<Record<string, string>>;
}

export type Field = keyof Values;

/** What the fields are called. */
export const FIELD_NAMES: Readonly<Record<Field, string>> = {
  name: 'Name',
  timeZone: 'Time zone',
  asOf: 'Fixed “today”',
  currency: 'Currency',
  exchangeRates: 'Exchange rates',
  effortMidpoint: 'Effort midpoint',
  valueMidpoint: 'Value midpoint',
  seatValueMidpoint: 'Midpoint of value per seat',
  segments: 'Segment names',
  alignmentBands: 'Alignment bands',
  alignmentStaleAfterDays: 'Stale alignments',
  recommendationStatuses: 'Recommendation statuses',
  replacedStatuses: 'Replaced statuses',
};

export function valuesOf(settings: WorkspaceSettings): Values {
  const { currencies: _, today: __, medians: ___, etag: ____, ...values } = settings;
  return {
    ...values,
    recommendationStatuses: settings.recommendationStatuses.map(({ name, state, color }) => ({
      name,
      was: name,
      state,
      color,
    })),
    replacedStatuses: {},
  };
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

export function editedFields(base: Values, values: Values): Field[] {
  return (Object.keys(FIELD_NAMES) as Field[]).filter((field) => !isSame(base[field], values[field]));
}

/** The statuses of `base` that are no longer there. */
export function goneStatuses(base: Values, values: Values): string[] {
  const kept = new Set(values.recommendationStatuses.map(({ was }) => was));
  return base.recommendationStatuses.map(({ name }) => name).filter((name) => !kept.has(name));
}

/** What to send: the fields that were edited. */
export function changeOf(base: Values, values: Values): BodyOf<typeof updateWorkspaceSettings> {
  const edited = new Set(editedFields(base, values));
  const given = Object.fromEntries(
    (Object.keys(FIELD_NAMES) as Field[])
      .filter((field) => edited.has(field) && field !== 'replacedStatuses')
      .map((field) => [field, values[field]]),
  );
  const gone = goneStatuses(base, values).filter((name) => values.replacedStatuses[name]);
  return {
    ...given,
    ...(edited.has('segments')
      ? { segments: values.segments.map((it) => ({ ...it, description: it.description.trim() || null })) }
      : {}),
    // rates are what currencies are worth in the workspace's: with another one they are always said again
    ...(edited.has('currency') ? { exchangeRates: [...values.exchangeRates] } : {}),
    ...(gone.length > 0
      ? { replacedStatuses: gone.map((status) => ({ status, by: values.replacedStatuses[status]! })) }
      : {}),
  };
}
