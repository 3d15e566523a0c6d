import { useSearch } from '@tanstack/react-router';
import { type FilteredPage, useFilteredView } from '../dashboard/use-filtered-view.ts';
import { paths } from '../paths.ts';
import { type MatrixView, matrixSearch, readMatrixView } from './matrix-view.ts';

const page: FilteredPage<MatrixView> = {
  read: readMatrixView,
  link: (view) => paths.stackAlignment(matrixSearch(view)),
};

/** The view that the matrix's address says, and how to change it. */
export const useMatrixView = () => useFilteredView(page, useSearch({ from: '/app/stack-alignment' }));
