import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo } from 'react';
import { choicesQuery, knownValues, namesNoFilter } from '../dashboard/queries.ts';
import { tellOfDropped } from '../dashboard/tell-of-dropped.ts';
import { paths } from '../paths.ts';
import { type MatrixView, matrixSearch, readMatrixView } from './matrix-view.ts';

/** The view that the address says, and how to change it (which changes the address). */
export function useMatrixView() {
  const search = useSearch({ from: '/app/stack-alignment' });
  const navigate = useNavigate();
  const choices = useQuery(choicesQuery);
  const { view, dropped } = useMemo(
    () => readMatrixView(search, choices.data ? knownValues(choices.data) : null),
    [search, choices.data],
  );
  useEffect(() => {
    if (!choices.data || dropped.length === 0) return;
    tellOfDropped(dropped);
    void navigate({ ...paths.stackAlignment(matrixSearch(view)), replace: true });
  }, [choices.data, dropped, view, navigate]);

  const change = useCallback(
    (part: Partial<MatrixView>) =>
      void navigate({ ...paths.stackAlignment(matrixSearch({ ...view, ...part })), resetScroll: false }),
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
