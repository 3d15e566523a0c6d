import type { MetricDefinitions } from '../../../contract/metric-definitions.ts';
import { formatCount } from '../../ui/numbers.ts';
import { draftOf, type MetricsDraft } from './metrics-draft.ts';

/** "Changes 2 metrics, adds 1, changes the bands" */
export function changeWords(stored: MetricDefinitions, draft: MetricsDraft): string {
  const before = draftOf(stored);
  const known = new Map(before.metrics.map((metric) => [metric.key, metric]));
  const kept = draft.metrics.filter(({ key }) => known.has(key));
  const changed = kept.filter((metric) => !same(metric, known.get(metric.key)));
  const [retired, restored] = [true, false].map((now) =>
    changed.filter((metric) => metric.retired === now && known.get(metric.key)!.retired !== now),
  );
  const others = changed.length - retired!.length - restored!.length;
  const order = before.metrics
    .map(({ key }) => key)
    .filter((key) => kept.some((metric) => metric.key === key));
  const metrics = (count: number) => formatCount(count, 'metric', 'metrics');
  const parts = [
    [others > 0, `changes ${metrics(others)}`],
    [draft.metrics.length > kept.length, `adds ${metrics(draft.metrics.length - kept.length)}`],
    [retired!.length > 0, `retires ${metrics(retired!.length)}`],
    [restored!.length > 0, `restores ${metrics(restored!.length)}`],
    [before.metrics.length > kept.length, `deletes ${metrics(before.metrics.length - kept.length)}`],
    [
      !same(
        order,
        kept.map(({ key }) => key),
      ),
      'reorders the metrics',
    ],
    [!same(before.bands, draft.bands), 'changes the bands'],
    [before.minimumCoverage !== draft.minimumCoverage, 'changes the minimum coverage'],
  ] as const;
  const text = parts
    .filter(([holds]) => holds)
    .map(([, words]) => words)
    .join(', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
