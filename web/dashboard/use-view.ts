import { useSearch } from '@tanstack/react-router';
import { paths } from '../paths.ts';
import { type FilteredPage, useFilteredView } from './use-filtered-view.ts';
import { type DashboardView, readView, viewSearch } from './view.ts';

const page: FilteredPage<DashboardView> = {
  read: readView,
  link: (view) => paths.dashboard(viewSearch(view)),
};

/** The view that the dashboard's address says, and how to change it. */
export const useView = () => useFilteredView(page, useSearch({ from: '/app/dashboard' }));
