import type { WorkspaceSettingsChange } from '../../contract/workspace-settings.ts';
import { bandsProblem } from '../../domain/portfolio/bands-problem.ts';
import { Refusal } from '../platform/http/refusal.ts';
import type { Settings } from './read-settings.ts';

/** Refuses settings that do not fit together (`unprocessable`). */
export function requireSound(present: Settings, change: WorkspaceSettingsChange): void {
  requireRates(present, change);
  const { alignmentBands, segments } = change;
  if (alignmentBands) {
    const problem = bandsProblem(alignmentBands.map(({ name, from }) => ({ name, from: String(from) })));
    if (problem !== null) throw wrong('alignmentBands', problem);
  }
  const twice = segments && repeated(segments.map(({ quadrant }) => quadrant));
  if (twice !== undefined) throw wrong('segments', `The quadrant "${twice}" stands twice.`);
}

function requireRates(present: Settings, { currency, exchangeRates }: WorkspaceSettingsChange): void {
  const other = currency !== undefined && currency !== present.currency;
  if (other && !exchangeRates && present.exchangeRates.length > 0)
    throw wrong(
      'currency',
      `The exchange rates are what currencies are worth in ${present.currency}; say what they are worth in ${currency}.`,
    );
  const codes = exchangeRates?.map((rate) => rate.currency) ?? [];
  const twice = repeated(codes);
  if (twice !== undefined) throw wrong('exchangeRates', `${twice} stands twice.`);
  const own = currency ?? present.currency;
  if (codes.includes(own)) throw wrong('exchangeRates', `${own} is the workspace’s own currency.`);
}

/** A refusal that names the field. */
export function wrong(field: string, problem: string): Refusal {
  return new Refusal('unprocessable', problem, {
    details: { issues: [{ in: 'body', name: field, expected: problem }] },
  });
}

function repeated(values: readonly string[]): string | undefined {
  return values.find((value, i) => values.indexOf(value) !== i);
}
