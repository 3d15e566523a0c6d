import type {
  BandChange,
  MetricChange,
  MetricDefinition,
  MetricDefinitions,
  MetricDefinitionsChange,
} from '../../../contract/metric-definitions.ts';
import type { ScoreKind } from '../../../contract/metrics.ts';
import { bandNames } from '../../../domain/health/band-names.ts';
import { type MetricProblem, metricProblems } from '../../../domain/metrics/metric-problems.ts';
import { type BandProblem, bandProblems } from '../../../domain/portfolio/band-problems.ts';
import type { Metric } from '../../../domain/portfolio/definitions.ts';
import type { Draft } from '../../../domain/what-if/draft.ts';

/** A metric in the hand; `key` tells it apart, also before it is stored. */
export type DraftMetric = MetricChange & { readonly key: string };

/** A stored band's key is the name that it has now. */
export type DraftBand = Omit<BandChange, 'was'> & { readonly key: string };

/** What one of the two scores is to be made of, as it is being edited. Numbers are text as it was typed. */
export interface MetricsDraft {
  readonly metrics: readonly DraftMetric[];
  /** From the lowest up. */
  readonly bands: readonly DraftBand[];
  readonly minimumCoverage: string | null;
}

export function draftOf({ metrics, bands, minimumCoverage }: MetricDefinitions): MetricsDraft {
  return {
    metrics: metrics.map(draftedMetric),
    bands: bands.map((band) => ({ ...band, key: band.name })),
    minimumCoverage,
  };
}

function draftedMetric({ order: _, scores: __, highest: ___, ...metric }: MetricDefinition): DraftMetric {
  return { ...metric, key: metric.id };
}

/** What is sent to save it. */
export function changeOf({ metrics, bands, minimumCoverage }: MetricsDraft): MetricDefinitionsChange {
  return {
    metrics: metrics.map(({ key: _, ...metric }) => ({ ...metric, name: metric.name.trim() })),
    bands: bands.map(({ key, ...band }) => ({
      ...band,
      name: band.name.trim(),
      was: originOf(key, band.name),
    })),
    minimumCoverage,
  };
}

const NEW = 'new ';
/** A key for something that is not stored yet. */
export const newKey = (): string => NEW + crypto.randomUUID();

/** The stored name of a band that has another one now; null: it has the same, or is new. */
const originOf = (key: string, name: string) => (key.startsWith(NEW) || key === name ? null : key);

export const isEdited = (stored: MetricDefinitions, draft: MetricsDraft): boolean =>
  JSON.stringify(draftOf(stored)) !== JSON.stringify(draft);

export interface DraftProblems {
  /** By key. */
  readonly metrics: ReadonlyMap<string, readonly MetricProblem[]>;
  readonly bands: readonly BandProblem[];
  readonly coverage: string | null;
  readonly any: boolean;
}

const DECIMAL = /^\d{1,20}(\.\d{1,20})?$/;
const LIMIT = /^-?\d{1,20}(\.\d{1,20})?$/;

/** What stands in the way of saving. */
export function problemsOf(draft: MetricsDraft, stored: readonly MetricDefinition[]): DraftProblems {
  const metrics = new Map(
    draft.metrics.map((metric) => {
      const highest = stored.find(({ id }) => id === metric.id)?.highest ?? null;
      return [metric.key, problemsOfMetric(metric, highest)] as const;
    }),
  );
  const unreadable = draft.bands.flatMap((band, i) =>
    DECIMAL.test(band.from) ? [] : [{ band: i, field: 'from' as const, message: 'A number from 0 to 100' }],
  );
  const bands = unreadable.length > 0 ? unreadable : bandProblems(draft.bands);
  const { minimumCoverage } = draft;
  const coverage =
    minimumCoverage === null || (DECIMAL.test(minimumCoverage) && Number(minimumCoverage) <= 100)
      ? null
      : 'A percentage from 0 to 100';
  const any = bands.length > 0 || coverage !== null || [...metrics.values()].some((list) => list.length > 0);
  return { metrics, bands, coverage, any };
}

/** The rules read numbers only; what is none yet is told first. */
function problemsOfMetric(metric: DraftMetric, highest: string | null): readonly MetricProblem[] {
  const problems: MetricProblem[] = [];
  if (!DECIMAL.test(metric.maxScore)) problems.push({ field: 'maxScore', message: 'A number above 0' });
  if (!DECIMAL.test(metric.weight)) problems.push({ field: 'weight', message: 'A number of at least 0' });
  if (metric.kind === 'custom' && metric.choices.some(({ points }) => !DECIMAL.test(points)))
    problems.push({ field: 'choices', message: 'Give every choice its points' });
  if (
    metric.kind === 'computed' &&
    metric.bands.some(({ upTo, points }) => !DECIMAL.test(points) || (upTo !== null && !LIMIT.test(upTo)))
  )
    problems.push({ field: 'bands', message: 'Give every band its limit and its points' });
  return problems.length > 0 ? problems : metricProblems(ruledMetric(metric), highest);
}

/** As the rules take it. */
function ruledMetric({ key, ...metric }: DraftMetric): Metric {
  return { ...metric, id: metric.id ?? key, order: null } as Metric;
}

/** The same edit for the what-if. */
export function whatIfDraft(kind: ScoreKind, stored: MetricDefinitions, draft: MetricsDraft): Draft {
  const metrics = draft.metrics.map(ruledMetric);
  const { bands, minimumCoverage } = changeOf(draft);
  const plain = bands.map(({ was: _, ...band }) => band);
  if (kind === 'effort') return { definitions: { effortMetrics: metrics, effortBands: plain } };
  const { renamed, replaced } = bandNames(stored.bands, bands);
  return {
    definitions: { healthMetrics: metrics, healthBands: plain },
    renamedStatuses: renamed,
    replacedStatuses: replaced,
    ...(minimumCoverage === null ? {} : { settings: { minimumCoverage } }),
  };
}

/** 0–1: what part of the score each metric in use is, by key; nothing where no weight is. */
export function weightShares(metrics: readonly DraftMetric[]): ReadonlyMap<string, number> {
  const inUse = metrics.filter(({ retired, weight }) => !retired && DECIMAL.test(weight));
  const all = inUse.reduce((sum, { weight }) => sum + Number(weight), 0);
  return new Map(all === 0 ? [] : inUse.map(({ key, weight }) => [key, Number(weight) / all]));
}
