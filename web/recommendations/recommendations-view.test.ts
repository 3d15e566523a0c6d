import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RECOMMENDATION_SORTS } from '../../contract/recommendations.ts';
import { parseSearch, searchText } from '../ui/search-text.ts';
import {
  filterCount,
  filtersOf,
  readRecommendationsView,
  recommendationsSearch,
  SHOWN,
  WHOLE_VIEW,
} from './recommendations-view.ts';

const read = (address: string) => readRecommendationsView(parseSearch(address));

test('open ones by quarter have a bare address', () => {
  expect(searchText(recommendationsSearch(WHOLE_VIEW))).toBe('');
  expect(read('')).toEqual(WHOLE_VIEW);
});

test('whatever the view, it reads as it was written', () => {
  const words = fc.subarray(['Planned', 'On Hold', 'R&D, care', 'a=b']);
  const view = fc.record({
    layout: fc.constantFrom('table', 'board'),
    shown: fc.constantFrom(...SHOWN),
    search: fc.constantFrom('', 'firewall', 'a & b'),
    status: words,
    owner: words,
    priority: words,
    category: words,
    quarter: fc.subarray(['2026-Q4', '2027-Q1']),
    sort: fc.record({
      column: fc.constantFrom(...RECOMMENDATION_SORTS),
      order: fc.constantFrom('asc', 'desc'),
    }),
    opened: fc.constantFrom(null, 'acme-move'),
  });
  fc.assert(
    fc.property(view, (whole) => {
      expect(read(searchText(recommendationsSearch(whole)))).toEqual(whole);
    }),
  );
});

test.each(['view=cards', 'show=none', 'sort=luck', 'quarter=soon', 'status=', 'colour=red'])(
  '%s means nothing',
  (address) => {
    expect(read(address)).toEqual(WHOLE_VIEW);
  },
);

test('the API is asked for what the filters leave; a board shows closed ones too', () => {
  expect(filtersOf(read('status=Planned&search=+fire+'), null)).toEqual({
    open: 'true',
    status: ['Planned'],
    search: 'fire',
  });
  expect(filtersOf(read('show=closed'), 'acme')).toEqual({ company: 'acme', open: 'false' });
  expect(filtersOf(read('show=all'), null)).toEqual({});
  expect(filtersOf(read('view=board&owner=dana'), null)).toEqual({ owner: ['dana'] });
});

test.each([
  ['', 0],
  ['status=Planned&status=On+Hold', 1],
  ['owner=dana&search=x&quarter=2026-Q4', 3],
])('%s are %i filters', (address, count) => {
  expect(filterCount(read(address))).toBe(count);
});
