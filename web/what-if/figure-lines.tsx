import type { ValueKind } from '../../domain/segments/midpoint.ts';
import type { Changes, CountMoved, Moved } from '../../domain/what-if/changes.ts';
import { statusStyles } from '../charts/status-style.ts';
import type { Money } from '../ui/money.ts';
import { formatDecimal, formatPercent, formatWhole, NONE } from '../ui/numbers.ts';
import { StatusLabel } from '../ui/StatusLabel.tsx';
import type { FigureLine } from './FiguresMoved.tsx';
import { differenceWords } from './moved-words.ts';

/** Of each status or band, how many companies there are; "No score" stands last, and only where there is some. */
export function countLines(counts: readonly CountMoved[]): FigureLine[] {
  const styles = statusStyles(counts);
  return counts
    .map((count, i) => ({ ...count, style: styles[i] }))
    .filter(({ before, after }, i) => i < counts.length - 1 || before + after > 0)
    .map(({ name, before, after, style }) => ({
      key: name,
      label: <StatusLabel name={name} status={style} />,
      before: formatWhole(before),
      after: formatWhole(after),
      difference: differenceWords(before, after),
    }));
}

export function segmentLines(segments: Changes['segments'][ValueKind]): FigureLine[] {
  return segments.map(({ segment, name, before, after }) => ({
    key: segment,
    label: name,
    before: formatWhole(before),
    after: formatWhole(after),
    difference: differenceWords(before, after),
  }));
}

const MONEY_NAMES = {
  mrr: 'MRR',
  oneTime: 'One-time (NRR)',
  mrrOpportunity: 'MRR opportunity',
  oneTimeOpportunity: 'One-time opportunity',
} as const;

export function moneyLines(changes: Changes, kind: ValueKind, money: Money): FigureLine[] {
  const sums = (Object.keys(MONEY_NAMES) as (keyof typeof MONEY_NAMES)[]).map((figure) =>
    lineOf(figure, MONEY_NAMES[figure], changes.money[figure], money.short),
  );
  const midpoint = lineOf('midpoint', 'High value from', changes.midpoints[kind], money.short);
  return [...sums, midpoint];
}

const SCORE_NAMES = { health: 'Health', effort: 'Effort', alignment: 'Alignment' } as const;

export function scoreLines({ scores }: Changes): FigureLine[] {
  return (Object.keys(SCORE_NAMES) as (keyof typeof SCORE_NAMES)[]).map((score) =>
    lineOf(score, SCORE_NAMES[score], scores[score], score === 'alignment' ? formatPercent : formatDecimal),
  );
}

function lineOf(
  key: string,
  label: string,
  { before, after }: Moved<number | null>,
  write: (value: number) => string,
): FigureLine {
  const written = (value: number | null) => (value === null ? NONE : write(value));
  const both = before !== null && after !== null;
  const size = both ? write(Math.abs(after - before)) : '';
  const difference = before === after ? '' : both ? `${after > before ? '+' : '−'}${size}` : 'changes';
  return { key, label, before: written(before), after: written(after), difference };
}
