import { describe, expect, test } from 'vitest';
import type { Contract } from '../../contract/contracts.ts';
import { ACTIVE_ONLY } from '../company-profile/active-contracts.ts';
import { parseSearch, searchText } from '../ui/search-text.ts';
import { activeContracts, contractsSearch, readContractsView } from './contracts-view.ts';
import { standingName } from './standing-names.ts';
import { someContract } from './testing/some-contract.ts';

const TODAY = '2026-11-22';

describe('which contracts are shown', () => {
  test.each([
    ['', { show: 'all', opened: [] }, ''],
    ['show=active', { show: 'active', opened: [] }, 'show=active'],
    ['show=everything', { show: 'all', opened: [] }, ''],
    ['contract=a&contract=b&contract=a', { show: 'all', opened: ['a', 'b'] }, 'contract=a&contract=b'],
  ])('?%s', (address, view, written) => {
    expect(readContractsView(parseSearch(address))).toEqual(view);
    expect(searchText(contractsSearch(readContractsView(parseSearch(address))))).toBe(written);
  });

  test('the link of the company profile asks for the active ones', () => {
    expect(readContractsView(ACTIVE_ONLY).show).toBe('active');
  });

  test.each<[string, Partial<Contract>, boolean, string]>([
    ['without days', {}, true, 'Active'],
    ['that starts today', { start: TODAY }, true, 'Active'],
    ['that starts tomorrow', { start: '2026-11-23', counts: false }, false, 'Not started'],
    ['whose last day is today', { end: TODAY }, true, 'Active'],
    ['that ended yesterday', { end: '2026-11-21', counts: false }, false, 'Ended'],
    ['that ended, with one-time work that still counts', { end: '2026-11-21' }, true, 'Ended'],
    ['that is inactive', { status: 'inactive', counts: false }, false, 'Inactive'],
    ['that is active but excluded', { excluded: true, counts: false }, true, 'Active'],
  ])('among the active ones, one %s: %o', (_, fields, shown, standing) => {
    const contract = someContract(fields);
    expect(activeContracts([contract], TODAY)).toEqual(shown ? [contract] : []);
    expect(standingName(contract, TODAY)).toBe(standing);
  });
});
