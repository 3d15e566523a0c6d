import { COMPUTED_FACTS } from '../../../domain/portfolio/definitions.ts';
import { compareDecimals } from '../cells/decimal.ts';
import type { StoredChoice, StoredPointsBand } from '../cells/metric-lists.ts';
import { shown } from '../errors.ts';
import { query } from '../sql.ts';
import { type Ask, type CellAccess, cellAccess, type FileInCheck, type RowRule } from './file-in-check.ts';

export interface StoredMetric {
  readonly key: string;
  readonly maxScore: string;
  readonly fact: string | null;
  readonly bands: string | null;
  readonly choices: string | null;
}

/**
 * A computed metric names a fact and has bands; no points are more than maxScore. Columns that the file lacks stand as the
 * workspace has them. `maxScores` collects the bundle's metrics for the scores.
 */
export async function metricRule(file: FileInCheck, maxScores: Map<string, string>): Promise<RowRule> {
  const stored = new Map(
    (await storedMetrics(file.format.name, file.bundle.ask)).map((metric) => [metric.key, metric]),
  );
  const cells = Object.fromEntries(
    ['key', 'kind', 'maxScore', 'fact', 'bands', 'choices'].map((name) => [
      name,
      cellAccess(file.columns, name),
    ]),
  ) as Record<'key' | 'kind' | 'maxScore' | 'fact' | 'bands' | 'choices', CellAccess>;

  return {
    row(row) {
      const [key, kind, maxScore] = [cells.key.of(row), cells.kind.of(row), cells.maxScore.of(row)];
      if (typeof key !== 'string' || typeof kind !== 'string' || typeof maxScore !== 'string') return;
      maxScores.set(key, maxScore);
      const merged = (name: 'fact' | 'bands' | 'choices') =>
        cells[name].present ? cells[name].of(row) : (stored.get(key)?.[name] ?? null);
      const wrong = (name: keyof typeof cells, message: string) =>
        file.report(row.line, cells[name].present ? cells[name].place : cells.kind.place, message);
      if (kind === 'computed') checkComputed(merged('fact'), merged('bands'), wrong);
      checkPoints(merged('bands'), 'bands', maxScore, wrong);
      checkPoints(merged('choices'), 'choices', maxScore, wrong);
    },
  };
}

type Wrong = (name: 'fact' | 'bands' | 'choices', message: string) => void;
type Merged = string | null | undefined;

function checkComputed(fact: Merged, bands: Merged, wrong: Wrong) {
  if (fact !== undefined && !COMPUTED_FACTS.some((known) => known === fact)) {
    const problem = fact === null ? 'fact is empty for a computed metric' : `fact is ${shown(fact)}`;
    wrong('fact', `${problem}; expected one of ${COMPUTED_FACTS.join(', ')}`);
  }
  if (bands === null)
    wrong('bands', 'bands is empty for a computed metric; expected upTo:points pairs such as 10:0|:5');
}

function checkPoints(json: Merged, name: 'bands' | 'choices', maxScore: string, wrong: Wrong) {
  if (typeof json !== 'string') return;
  const entries = JSON.parse(json) as readonly (StoredPointsBand | StoredChoice)[];
  const beyond = entries.find(({ points }) => compareDecimals(points, maxScore) > 0);
  if (beyond) wrong(name, `${name} gives ${beyond.points} points; expected at most maxScore, ${maxScore}`);
}

/** The metrics that the workspace holds, bands and choices as JSON. */
export function storedMetrics(table: string, ask: Ask): Promise<StoredMetric[]> {
  const sql = `select key, max_score::text as "maxScore", fact, bands::text, choices::text from ${table} where workspace_id = $1`;
  return ask((tx, workspace) => query(tx, sql, [workspace]));
}
