import { useSearch } from '@tanstack/react-router';
import { type FilteredPage, useFilteredView } from '../dashboard/use-filtered-view.ts';
import { paths } from '../paths.ts';
import { type RenewalsView, readRenewalsView, renewalsSearch } from './renewals-view.ts';

const page: FilteredPage<RenewalsView> = {
  read: readRenewalsView,
  link: (view) => paths.renewals(renewalsSearch(view)),
};

/** The view that the page's address says, and how to change it. */
export const useRenewalsView = () => useFilteredView(page, useSearch({ from: '/app/renewals' }));
