import { addDays, daysBetween } from '../calendar/day.ts';
import { RENEWAL_HORIZONS } from '../contracts/renewals.ts';
import type { Day } from '../portfolio/values.ts';
import { sellerOf } from './owner.ts';
import type { Situation } from './situation.ts';
import { daysInWords, type WorkItem } from './work-item.ts';

/** So many days before a contract ends, its renewal should be settled. */
const SETTLED = RENEWAL_HORIZONS[0];

/**
 * A contract that ends within 90 days is to be renewed, and settled 30 days before its end. It is asked for at 90 days, at 60
 * and at 30: who has done it once, and has the contract still ending, is asked again at the next step.
 */
export function renewalItems(company: Situation, asOf: Day): WorkItem[] {
  return company.renewals.map(({ contract, end, days, mrr }) => {
    const step = RENEWAL_HORIZONS.find((horizon) => days <= horizon) ?? days;
    const settled = addDays(end, -SETTLED);
    const late = daysBetween(settled, asOf);
    const when = days === 0 ? 'It ends today' : `It ends on ${end}, in ${daysInWords(days)}`;
    return {
      id: `renewal:${contract.id}`,
      kind: 'renewal',
      company: company.id,
      thing: contract.id,
      title: `Renewal: ${contract.name}`,
      why: `${when}; renewals are settled ${SETTLED} days before${late > 0 ? `, by ${settled}` : ''}`,
      due: settled,
      cause: `${end} within ${step}`,
      owner: sellerOf(company),
      mrr,
    };
  });
}
