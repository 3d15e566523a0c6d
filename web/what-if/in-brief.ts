import type { Changes } from '../../domain/what-if/changes.ts';
import type { Money } from '../ui/money.ts';
import { moneyLines } from './figure-lines.tsx';
import { summaryWords } from './moved-words.ts';

/** "MRR −$2.4k, MRR opportunity +$300. 2 companies change segment." */
export function inBrief(changes: Changes, money: Money): string {
  const sums = moneyLines(changes, 'total', money)
    .filter(({ key, difference }) => difference !== '' && key !== 'midpoint')
    .map(({ label, difference }) => `${label} ${difference}`);
  const summary = summaryWords(changes, 'total');
  return sums.length > 0 ? `${sums.join(', ')}. ${summary}` : summary;
}
