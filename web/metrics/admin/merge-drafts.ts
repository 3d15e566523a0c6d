import { mergeEdits } from '../../editing/merge-edits.ts';
import type { DraftMetric, MetricsDraft } from './metrics-draft.ts';

/**
 * One's own edits on top of what somebody else has saved meanwhile: field by field of each metric, the bands as a whole.
 * What both changed stays as one has it.
 */
export function mergeDrafts(base: MetricsDraft, mine: MetricsDraft, theirs: MetricsDraft): MetricsDraft {
  const { bands, minimumCoverage } = mergeEdits<Parts>(partsOf(base), partsOf(mine), partsOf(theirs)).values;
  return { metrics: mergeMetrics(base.metrics, mine.metrics, theirs.metrics), bands, minimumCoverage };
}

type Parts = Pick<MetricsDraft, 'bands' | 'minimumCoverage'> & Record<string, unknown>;
const partsOf = ({ bands, minimumCoverage }: MetricsDraft): Parts => ({ bands, minimumCoverage });
type Metrics = readonly DraftMetric[];

function mergeMetrics(base: Metrics, mine: Metrics, theirs: Metrics): Metrics {
  const find = (list: Metrics, key: string) => list.find((metric) => metric.key === key);
  const deleted = (key: string) => find(base, key) !== undefined && find(mine, key) === undefined;
  const reordered = keysOf(base, mine).join('\n') !== keysOf(mine, base).join('\n');
  const ordered = reordered ? inOrderOf(theirs, mine) : theirs;
  const kept = ordered.filter(({ key }) => !deleted(key));
  const added = mine.filter(({ key }) => !find(base, key) && !find(theirs, key));
  return [...kept.map((metric) => merged(find(base, metric.key), find(mine, metric.key), metric)), ...added];
}

function merged(
  base: DraftMetric | undefined,
  mine: DraftMetric | undefined,
  theirs: DraftMetric,
): DraftMetric {
  if (!base || !mine) return theirs;
  return mergeEdits(base as never, mine as never, theirs as never).values as unknown as DraftMetric;
}

/** The keys of a list that the other has too, in its order. */
function keysOf(list: Metrics, other: Metrics): string[] {
  return list.map(({ key }) => key).filter((key) => other.some((metric) => metric.key === key));
}

/** The list in the order of another, with what that lacks at the end. */
function inOrderOf(list: Metrics, other: Metrics): Metrics {
  const place = ({ key }: DraftMetric) => {
    const at = other.findIndex((metric) => metric.key === key);
    return at < 0 ? other.length : at;
  };
  return [...list].sort((a, b) => place(a) - place(b));
}
