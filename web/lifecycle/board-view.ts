import { addressReader, type Dropped } from '../dashboard/address-reader.ts';
import {
  type Filter,
  type FilterView,
  filterSearch,
  type KnownValues,
  NO_FILTERS,
} from '../dashboard/filters.ts';
import type { RawSearch } from '../ui/search-text.ts';

/** The dashboard's filters that a company in any stage can pass. */
export const BOARD_FILTERS: readonly Filter[] = ['accountManager', 'accountGroup', 'tag'];

/** Which companies are on the board; all of it stands in the address. */
export interface BoardView extends FilterView {
  /** User id: companies of this vCIO only. */
  readonly owner: string | null;
}

export const WHOLE_BOARD: BoardView = { ...NO_FILTERS, ribbon: false, owner: null };

const PARAMETERS = new Set<string>([...BOARD_FILTERS, 'ribbon', 'owner']);

/** Reads a view out of an address; what is unknown is left out and named in `dropped` (see addressReader). */
export function readBoardView(
  { company = [], health = [], segment = [], stackItem = [], ...search }: RawSearch,
  known: KnownValues | null,
): { view: BoardView; dropped: readonly Dropped[] } {
  const address = addressReader(search, known);
  const [owner, ...more] = search.owner ?? [];
  const view: BoardView = {
    ...address.filters(),
    ribbon: address.one('ribbon', ['shown']) !== null,
    owner: owner ?? null,
  };
  address.dropOthers(PARAMETERS);
  const not = (name: string, values: readonly string[]) => values.map((value) => ({ name, value }));
  const others = Object.entries({ company, health, segment, stackItem, owner: more });
  return { view, dropped: [...address.dropped, ...others.flatMap(([name, values]) => not(name, values))] };
}

/** Writes a view as an address; what is as usual is left out. */
export function boardSearch(view: BoardView): RawSearch {
  return {
    ...filterSearch(view),
    ...(view.ribbon ? { ribbon: ['shown'] } : {}),
    ...(view.owner === null ? {} : { owner: [view.owner] }),
  };
}
