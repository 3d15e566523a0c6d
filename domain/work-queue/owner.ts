import { accountManagers, assignedCompanies, companiesOfAccountManager } from '../access/account-managers.ts';
import type { Grants } from '../access/grants.ts';
import { compareText } from '../text/compare.ts';
import type { Situation } from './situation.ts';

type Keepers = Pick<Situation, 'vcio' | 'accountManager'>;

/**
 * Whose a thing to do is: whoever owns the thing itself (the recommendation, the action item, the escalation), else the
 * company's vCIO, else its account manager. Null: nobody looks after it.
 */
export function ownerOf(own: string | null, { vcio, accountManager }: Keepers): string | null {
  return own ?? vcio ?? accountManager;
}

/** A contract that ends is its account manager's to renew, and the vCIO's only where there is none. */
export function sellerOf({ vcio, accountManager }: Keepers): string | null {
  return accountManager ?? vcio;
}

/**
 * The one account manager of a company who is asked first: whom it is assigned to directly, else who manages an account
 * group that it is in; of several the first by name, then by id. Only active users. Null: it has none.
 */
export function firstAccountManagers(grants: Grants): (company: string) => string | null {
  const managers = accountManagers(grants)
    .filter(({ active }) => active)
    .sort((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id))
    .map(({ id }) => ({
      id,
      assigned: new Set(assignedCompanies(grants, id)),
      all: companiesOfAccountManager(grants, id),
    }));
  return (company) => {
    const direct = managers.find(({ assigned }) => assigned.has(company));
    return (direct ?? managers.find(({ all }) => all.all || all.ids.has(company)))?.id ?? null;
  };
}
