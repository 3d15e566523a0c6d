import { queryOptions } from '@tanstack/react-query';
import { listSheetImports } from '../../contract/spreadsheets.ts';
import { call } from '../api/call.ts';

/** What was brought in from spreadsheets, the latest first. */
export const sheetImportsQuery = queryOptions({
  queryKey: ['spreadsheets'],
  queryFn: async ({ signal }) => (await call(listSheetImports, {}, signal)).items,
});
