import type { CompanyFacts } from '../portfolio/facts.ts';

/** How many people work at a company, and who says so; null where nobody does. */
export interface Employees {
  readonly number: number | null;
  readonly source: 'override' | 'synced' | 'contacts' | null;
}

/** The number set by hand, else the synced one, else the active contacts (docs/interfaces.md, "Employees"). */
export function employeesOf(
  facts: Pick<CompanyFacts, 'employeesOverride' | 'employeesSynced' | 'contacts'>,
): Employees {
  if (facts.employeesOverride !== null) return { number: facts.employeesOverride, source: 'override' };
  if (facts.employeesSynced !== null) return { number: facts.employeesSynced, source: 'synced' };
  if (facts.contacts.total > 0) return { number: facts.contacts.active, source: 'contacts' };
  return { number: null, source: null };
}
