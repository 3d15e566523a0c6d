import type { CompanyExplanation } from '../../contract/explanation.ts';
import type { EmployeesSource } from '../../domain/portfolio/explanation.ts';
import { formatWhole } from '../ui/numbers.ts';
import { FactList } from './FactList.tsx';

const SOURCES: Readonly<Record<EmployeesSource, string>> = {
  override: 'the number set by hand',
  synced: 'the number from the PSA',
  contacts: 'the number of active contacts',
};

/** Where the number of employees comes from, and what the other sources say. */
export function EmployeesExplained({ employees }: { readonly employees: CompanyExplanation['employees'] }) {
  return (
    <FactList
      facts={[
        ['Shown is', employees.source ? SOURCES[employees.source] : 'nothing: no source knows the number'],
        ['Set by hand', formatWhole(employees.override)],
        ['From the PSA', formatWhole(employees.synced)],
        ['Active contacts', formatWhole(employees.activeContacts)],
      ]}
    />
  );
}
