import type { Day } from '../portfolio/values.ts';
import type { CompanyRecord } from './records.ts';

/** What of a linked company's record decides who owns its fields. */
export type CompanyTold = Pick<
  CompanyRecord,
  'industry' | 'acquiredOn' | 'annualRevenue' | 'yearEstablished'
>;

/**
 * "Which fields of this company does the PSA say?" Its name; industry, dates, revenue and locations where the PSA has them. Once the
 * record is gone there (null), none.
 */
export function ownedCompanyFields(told: CompanyTold | null, hasSites: boolean): string[] {
  if (told === null) return [];
  return [
    'name',
    ...(told.industry ? ['industry'] : []),
    ...(told.acquiredOn ? ['dateAcquired'] : []),
    ...(told.annualRevenue ? ['yearlyRevenue'] : []),
    ...(told.yearEstablished === null ? [] : ['yearEstablished']),
    ...(hasSites ? ['locations'] : []),
  ];
}

const CONTACT_FIELDS = ['name', 'email', 'title', 'active'];

/** Of a contact everything but who decides; of one that is gone nothing. */
export const ownedContactFields = (goneOn: Day | null): string[] => (goneOn === null ? CONTACT_FIELDS : []);

const CONTRACT_FIELDS = [
  'name',
  'vendor',
  'status',
  'start',
  'end',
  'cycle',
  'amount',
  'currency',
  'revenueFrom',
  'lines',
];

/** Of a contract everything with its lines, but whether it is excluded; of one that is gone nothing. */
export const ownedContractFields = (goneOn: Day | null): string[] => (goneOn === null ? CONTRACT_FIELDS : []);
