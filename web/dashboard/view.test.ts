import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSearch, searchText } from '../ui/search-text.ts';
import { appliedFilters, FILTERS, type KnownValues, NO_FILTERS } from './filters.ts';
import { readView, viewSearch, WHOLE_VIEW } from './view.ts';

const known: KnownValues = {
  company: new Set(['acme', 'globex']),
  health: new Set(['At risk', 'No score']),
  accountManager: new Set(['dana']),
  accountGroup: new Set(['east']),
  segment: new Set(['high_value_low_effort', 'not_placed']),
  tag: new Set(['R&D, care', 'Premium']),
  stackItem: new Set(['edr']),
};

const read = (address: string) => readView(parseSearch(address), known);

describe("the dashboard's address", () => {
  test('is bare for the whole dashboard', () => {
    expect(searchText(viewSearch(WHOLE_VIEW))).toBe('');
    expect(read('')).toEqual({ view: WHOLE_VIEW, dropped: [] });
  });

  test('names filters and options as the API does', () => {
    const view = {
      ...WHOLE_VIEW,
      health: ['At risk', 'No score'],
      tag: ['R&D, care'],
      rank: 'mrr',
      value: 'perSeat',
      weighted: true,
    } as const;
    const address = searchText(viewSearch(view));
    expect(address).toBe(
      'health=At+risk&health=No+score&tag=R%26D%2C+care&value=perSeat&rank=mrr&weighted=true',
    );
    expect(read(address).view).toEqual(view);
  });

  test('keeps what is opened, and tells untagged from everything', () => {
    const opened = read('element=stackOpportunity&slice=').view.opening;
    expect(opened).toEqual({ element: 'stackOpportunity', slice: '', item: null, figure: null });
    expect(read('element=stackOpportunity').view.opening?.slice).toBeNull();
  });

  test.each([
    ['company=acme&company=zzz', { company: ['acme'] }, [{ name: 'company', value: 'zzz' }]],
    ['health=Purple', { health: [] }, [{ name: 'health', value: 'Purple' }]],
    ['rank=luck', { rank: 'opportunity' }, [{ name: 'rank', value: 'luck' }]],
    ['weighted=yes', { weighted: false }, [{ name: 'weighted', value: 'yes' }]],
    ['rank=mrr&rank=alignment', { rank: 'mrr' }, [{ name: 'rank', value: 'alignment' }]],
    ['element=pie&slice=x', { opening: null }, [{ name: 'element', value: 'pie' }]],
    ['utm_source=mail', {}, [{ name: 'utm_source', value: 'mail' }]],
    ['company=acme&company=acme', { company: ['acme'] }, []],
  ])('%s: what is unknown is dropped and named', (address, expected, dropped) => {
    const result = read(address);
    expect(result.view).toMatchObject(expected);
    expect(result.dropped).toEqual(dropped);
  });

  test('takes filter values as they are while the choices are not known', () => {
    expect(readView(parseSearch('company=zzz'), null)).toMatchObject({
      view: { company: ['zzz'] },
      dropped: [],
    });
  });

  test('survives being written and read, whatever is chosen', () => {
    const some = (name: keyof KnownValues) => fc.subarray([...known[name]]);
    const views = fc.record({
      company: some('company'),
      health: some('health'),
      accountManager: some('accountManager'),
      accountGroup: some('accountGroup'),
      segment: some('segment'),
      tag: some('tag'),
      stackItem: some('stackItem'),
      value: fc.constantFrom('total', 'perSeat'),
      rank: fc.constantFrom('opportunity', 'mrr', 'alignment'),
      weighted: fc.boolean(),
      sizeByEmployees: fc.boolean(),
      ribbon: fc.boolean(),
      opening: fc.option(
        fc.record({
          element: fc.constantFrom('health', 'stackOpportunity'),
          slice: fc.option(fc.string()),
          item: fc.option(fc.string()),
          figure: fc.option(fc.constantFrom('mrr', 'total')),
        }),
      ),
    });
    fc.assert(
      fc.property(views, (drawn) => {
        const view = drawn as typeof WHOLE_VIEW;
        expect(read(searchText(viewSearch(view)))).toEqual({ view, dropped: [] });
      }),
    );
  });

  test('clearing the filters leaves the options', () => {
    const view = { ...WHOLE_VIEW, health: ['At risk'], tag: ['Premium'], rank: 'mrr' } as const;
    expect(appliedFilters(view)).toEqual(['health', 'tag']);
    expect({ ...view, ...NO_FILTERS }).toEqual({ ...WHOLE_VIEW, rank: 'mrr' });
    expect(FILTERS.every((name) => NO_FILTERS[name].length === 0)).toBe(true);
  });
});
