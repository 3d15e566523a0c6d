import type { ValueKind } from '../../domain/segments/midpoint.ts';
import type { Changes, CompanyMoved } from '../../domain/what-if/changes.ts';
import { formatCount } from '../ui/numbers.ts';

/** "12 companies change status, 3 change segment." */
export function summaryWords({ moved }: Pick<Changes, 'moved'>, kind: ValueKind): string {
  const status = moved.filter((company) => company.status).length;
  const segment = moved.filter((company) => company.segment[kind]).length;
  if (status + segment > 0) {
    const companies = (count: number) => formatCount(count, 'company changes', 'companies change');
    if (segment === 0) return `${companies(status)} status.`;
    if (status === 0) return `${companies(segment)} segment.`;
    return `${companies(status)} status, ${formatCount(segment, 'changes', 'change')} segment.`;
  }
  if (moved.length === 0) return 'Nothing moves.';
  return `No company changes status or segment. Figures of ${formatCount(moved.length, 'company', 'companies')} move.`;
}

/** Whether a company falls in another status or segment, rather than only having other figures. */
export const changesPlace = (company: CompanyMoved, kind: ValueKind): boolean =>
  company.status || company.segment[kind];

/** "+3", "−12", and nothing for none. */
export function differenceWords(before: number, after: number): string {
  const difference = after - before;
  if (difference === 0) return '';
  return `${difference > 0 ? '+' : '−'}${Math.abs(difference)}`;
}
