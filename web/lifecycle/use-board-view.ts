import { useSearch } from '@tanstack/react-router';
import { type FilteredPage, useFilteredView } from '../dashboard/use-filtered-view.ts';
import { paths } from '../paths.ts';
import { type BoardView, boardSearch, readBoardView } from './board-view.ts';

const page: FilteredPage<BoardView> = {
  read: readBoardView,
  link: (view) => paths.lifecycle(boardSearch(view)),
};

/** The view that the page's address says, and how to change it. */
export const useBoardView = () => useFilteredView(page, useSearch({ from: '/app/lifecycle' }));
