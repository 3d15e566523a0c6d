import { useQuery } from '@tanstack/react-query';
import { type NavigateOptions, useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { RawSearch } from '../ui/search-text.ts';
import type { Dropped } from './address-reader.ts';
import type { KnownValues } from './filters.ts';
import { choicesQuery, knownValues, namesNoFilter } from './queries.ts';
import { tellOfDropped } from './tell-of-dropped.ts';

/** A page whose view, with the dashboard's filters, stands in its address. */
export interface FilteredPage<View> {
  /** Reads a view; what is unknown is left out and named in `dropped` (see addressReader). */
  readonly read: (
    search: RawSearch,
    known: KnownValues | null,
  ) => { readonly view: View; readonly dropped: readonly Dropped[] };
  /** The link to the page with a view. */
  readonly link: (view: View) => NavigateOptions;
}

/**
 * The view that the address says, and how to change it (which changes the address). `page` must stay the same, and then
 * `change` does.
 */
export function useFilteredView<View>({ read, link }: FilteredPage<View>, search: RawSearch) {
  const navigate = useNavigate();
  const choices = useQuery(choicesQuery);
  const { view, dropped } = useMemo(
    () => read(search, choices.data ? knownValues(choices.data) : null),
    [read, search, choices.data],
  );
  useEffect(() => {
    if (!choices.data || dropped.length === 0) return;
    tellOfDropped(dropped);
    void navigate({ ...link(view), replace: true });
  }, [choices.data, dropped, view, navigate, link]);

  const latest = useRef(view);
  useLayoutEffect(() => {
    latest.current = view;
  }, [view]);
  const change = useCallback(
    (part: Partial<View>) => void navigate({ ...link({ ...latest.current, ...part }), resetScroll: false }),
    [navigate, link],
  );
  return {
    view,
    change,
    choices,
    /** Filters in the address may be unknown to the server until the choices are there. */
    checked: choices.data !== undefined || namesNoFilter(search),
  };
}
