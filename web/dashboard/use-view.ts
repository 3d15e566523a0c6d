import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo } from 'react';
import { paths } from '../paths.ts';
import { choicesQuery, knownValues, namesNoFilter } from './queries.ts';
import { tellOfDropped } from './tell-of-dropped.ts';
import { type DashboardView, readView, viewSearch } from './view.ts';

/** The view that the address says, and how to change it (which changes the address). */
export function useView() {
  const search = useSearch({ from: '/app/dashboard' });
  const navigate = useNavigate();
  const choices = useQuery(choicesQuery);
  const { view, dropped } = useMemo(
    () => readView(search, choices.data ? knownValues(choices.data) : null),
    [search, choices.data],
  );
  useEffect(() => {
    if (!choices.data || dropped.length === 0) return;
    tellOfDropped(dropped);
    void navigate({ ...paths.dashboard(viewSearch(view)), replace: true });
  }, [choices.data, dropped, view, navigate]);

  const change = useCallback(
    (part: Partial<DashboardView>) =>
      void navigate({ ...paths.dashboard(viewSearch({ ...view, ...part })), resetScroll: false }),
    [navigate, view],
  );
  return {
    view,
    change,
    choices,
    /** Filters in the address may be unknown to the server until the choices are there. */
    checked: choices.data !== undefined || namesNoFilter(search),
  };
}
