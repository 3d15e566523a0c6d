import { useSearch } from '@tanstack/react-router';
import { type FilteredPage, useFilteredView } from '../dashboard/use-filtered-view.ts';
import { paths } from '../paths.ts';
import { type RetentionView, readRetentionView, retentionSearch } from './retention-view.ts';

const page: FilteredPage<RetentionView> = {
  read: readRetentionView,
  link: (view) => paths.retention(retentionSearch(view)),
};

/** The view that the page's address says, and how to change it. */
export const useRetentionView = () => useFilteredView(page, useSearch({ from: '/app/retention' }));
