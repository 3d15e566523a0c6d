import type { ApplyPlan } from '../plan-apply.ts';
import type { WrittenFile } from './input.ts';

const NAMES: readonly (readonly [WrittenFile, one: string, many: string])[] = [
  ['companies', 'company', 'companies'],
  ['contacts', 'contact', 'contacts'],
  ['contracts', 'contract', 'contracts'],
  ['contract_lines', 'line', 'lines'],
  ['csat', 'CSAT response', 'CSAT responses'],
];

/** What a sync did to the portfolio, in a sentence: "New: 40 companies, 80 contracts; changed: 2 lines." */
export function doneInWords({ files }: Pick<ApplyPlan, 'files'>): string {
  const listed = (what: 'created' | 'updated') =>
    NAMES.flatMap(([file, one, many]) => {
      const count = files[file][what];
      return count === 0 ? [] : [`${count.toLocaleString('en-US')} ${count === 1 ? one : many}`];
    });
  const [created, updated] = [listed('created'), listed('updated')];
  const parts = [
    ...(created.length > 0 ? [`new: ${created.join(', ')}`] : []),
    ...(updated.length > 0 ? [`changed: ${updated.join(', ')}`] : []),
  ];
  const text = parts.length > 0 ? parts.join('; ') : 'the portfolio is in step already';
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
