import type { CompanyHistory } from '../../contract/company-history.ts';
import type { Quadrant } from '../../domain/portfolio/definitions.ts';
import type { Stage } from '../../domain/portfolio/facts.ts';
import type { ChangeFigure, ChangeReason } from '../../domain/snapshots/change.ts';
import { STAGE_NAMES } from '../companies/stage-names.ts';
import type { Money } from '../ui/money.ts';
import { formatPercent, formatWhole } from '../ui/numbers.ts';

type Change = CompanyHistory['changes'][number];
type Figure = Change['before'];

/** How amounts and segments are called in the workspace. */
export interface Names {
  readonly money: Money;
  readonly segmentNamed: (segment: Quadrant | null) => string;
}

export const FIGURE_NAMES: Readonly<Record<ChangeFigure, string>> = {
  stage: 'Stage',
  mrr: 'MRR',
  employees: 'Employees',
  health: 'Health',
  healthStatus: 'Health status',
  coverage: 'Coverage of health',
  effort: 'Effort',
  segment: 'Segment',
  alignment: 'Alignment',
};

export const REASON_NAMES: Readonly<Record<ChangeReason, string>> = {
  data: 'Data changed',
  stale: 'Went stale',
  definitions: 'Definition changed',
  override: 'Override',
  others: 'Other clients',
};

/** What each reason means. */
export const REASON_WORDS: Readonly<Record<ChangeReason, string>> = {
  data: 'Something about this customer was entered, measured or dated otherwise.',
  stale:
    'A value became older than its metric allows. It still counts in the score, but not in its coverage.',
  definitions:
    'Metrics, weights, cut scores, prices or exclusions, which hold for all customers, were changed.',
  override: 'A status that was set by hand began or ended.',
  others: 'This customer is as it was; the midpoint moved with the other clients.',
};

/** "Health fell by 8, from 39 to 31", "Segment changed from Most profitable to Not placed" */
export function changeSentence({ figure, before, after }: Change, names: Names): string {
  const name = FIGURE_NAMES[figure];
  const [was, is] = [figureWords(figure, before, names), figureWords(figure, after, names)];
  if (typeof before !== 'number' || typeof after !== 'number') return `${name} changed from ${was} to ${is}`;
  const by = figureWords(figure, Math.abs(after - before), names);
  return `${name} ${after > before ? 'rose' : 'fell'} by ${by}, from ${was} to ${is}`;
}

/** A figure as it is written on that day. */
export function figureWords(figure: ChangeFigure, value: Figure, { money, segmentNamed }: Names): string {
  if (value === null) return 'none';
  switch (figure) {
    case 'stage':
      return STAGE_NAMES[value as Stage];
    case 'mrr':
      return money.full(Number(value));
    case 'segment':
      return segmentNamed(value === 'not_placed' ? null : (value as Quadrant));
    case 'coverage':
    case 'alignment':
      return formatPercent(Number(value));
    case 'healthStatus':
      return String(value);
    default:
      return formatWhole(Number(value));
  }
}
