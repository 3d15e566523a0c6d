import type { Contract } from '../../contract/contracts.ts';
import { whyNotActive } from '../../domain/contracts/standing.ts';
import type { Day } from '../../domain/portfolio/values.ts';
import type { RawSearch } from '../ui/search-text.ts';

/** Which of a company's contracts are shown, and how; all of it stands in the address. */
export interface ContractsView {
  readonly show: 'active' | 'all';
  /** Ids of those whose lines are shown. */
  readonly opened: readonly string[];
}

/** Reads a view out of an address; what means nothing is as usual. */
export const readContractsView = (search: RawSearch): ContractsView => ({
  show: search.show?.[0] === 'active' ? 'active' : 'all',
  opened: [...new Set(search.contract)],
});

export const contractsSearch = ({ show, opened }: ContractsView): RawSearch => ({
  ...(show === 'all' ? {} : { show: [show] }),
  ...(opened.length === 0 ? {} : { contract: opened }),
});

/**
 * The contracts that are active today, whether or not they are excluded, and those of which something still counts (a
 * one-time amount of the last 12 months): so that what is shown adds up to the company's revenue.
 */
export const activeContracts = (contracts: readonly Contract[], today: Day): readonly Contract[] =>
  contracts.filter((contract) => contract.counts || whyNotActive(contract, today) === null);
