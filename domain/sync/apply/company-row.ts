import type { CompanyRecord } from '../records.ts';
import { type Cells, countCell, dayCell, exactly, moneyCell, textCell } from './cells.ts';
import type { CompanyDecision } from './companies.ts';
import type { ApplyInput, Link } from './input.ts';

export const COMPANY_COLUMNS = [
  'key',
  'name',
  'stage',
  'industry',
  'employeesSynced',
  'locations',
  'dateAcquired',
  'yearlyRevenue',
  'yearEstablished',
  'owner',
  'offboardedOn',
];

/** What else of the PSA a company's row is made from. */
export interface CompanyCounts {
  /** Null: nobody knows. */
  readonly employees: number | null;
  readonly locations: number | null;
}

/**
 * What a sync writes into a company's row. Its name and employees are the PSA's; industry, dates, revenue and locations where the
 * PSA has them, else ours. The stage changes only when the company comes, goes or returns.
 */
export function companyCells(
  input: ApplyInput,
  { action, record, key, fields }: CompanyDecision,
  link: Link,
  counts: CompanyCounts,
): Cells {
  const present = input.present.companies.get(key!);
  return {
    key: key!,
    ...(fields ? ownedCells(record, fields, counts) : {}),
    ...(fields ? ownerCells(input, fields, link, present) : {}),
    ...stageCells(input, action, link, present),
  };
}

function ownedCells(record: string, fields: CompanyRecord, { employees, locations }: CompanyCounts): Cells {
  const revenue = exactly(fields.annualRevenue);
  const told = {
    industry: textCell(fields.industry),
    locations: countCell(locations),
    dateAcquired: dayCell(fields.acquiredOn),
    yearlyRevenue: moneyCell(revenue && revenue.n >= 0n ? revenue : null),
    yearEstablished: countCell(fields.yearEstablished, 9999),
  };
  return {
    name: textCell(fields.name) || textCell(fields.shortCode) || `Company ${record}`,
    employeesSynced: countCell(employees),
    ...Object.fromEntries(Object.entries(told).filter(([, text]) => text !== '')),
  };
}

/** The PSA's owner, where a user of ours stands for them, unless somebody here has chosen another. */
export function mappedOwner({ settings, users }: ApplyInput, { owner }: CompanyRecord): string | null {
  const user = owner === null ? undefined : settings.users[owner];
  return user !== undefined && users.has(user) ? user : null;
}

function ownerCells(input: ApplyInput, fields: CompanyRecord, link: Link, present: Cells | undefined): Cells {
  const owner = mappedOwner(input, fields);
  const ours = present?.owner ?? '';
  return owner !== null && (ours === '' || ours === link.owner) ? { owner } : {};
}

function stageCells(
  { today }: ApplyInput,
  action: CompanyDecision['action'],
  { stageBefore }: Link,
  present: Cells | undefined,
): Cells {
  if (action === 'create') return { stage: 'active' };
  const isOffboarded = present?.stage === 'offboarded';
  if (action === 'deactivate' && !isOffboarded) return { stage: 'offboarded', offboardedOn: today };
  // one that somebody has offboarded before it was gone stays so
  if (action === 'bring back' && isOffboarded && stageBefore !== null)
    return { stage: stageBefore, offboardedOn: '' };
  return {};
}
