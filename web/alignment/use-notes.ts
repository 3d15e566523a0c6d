import { useMutation, useQueryClient } from '@tanstack/react-query';
import { createAlignmentNote, deleteAlignmentNote } from '../../contract/alignment-notes.ts';
import { call } from '../api/call.ts';
import { useCompanyChanged } from '../companies/use-company-changed.ts';
import { gridQuery, notesQuery } from './queries.ts';

/** Adds notes about a cell and deletes single ones; the list and the count in the grid follow. */
export function useNotes(company: string, stackItem: string) {
  const queryClient = useQueryClient();
  const companyChanged = useCompanyChanged();
  const onSettled = async () => {
    void companyChanged();
    await Promise.all(
      [notesQuery(company, stackItem), gridQuery(company)].map(({ queryKey }) =>
        queryClient.invalidateQueries({ queryKey }),
      ),
    );
  };
  return {
    add: useMutation({
      /** One after the other; `onAdded` is told of each, as a later one may be refused. */
      mutationFn: async ({
        texts,
        onAdded,
      }: {
        texts: readonly string[];
        onAdded: (text: string) => void;
      }) => {
        for (const text of texts) {
          await call(createAlignmentNote, { params: { id: company, stackItem }, body: { text } });
          onAdded(text);
        }
      },
      onSettled,
    }),
    remove: useMutation({
      mutationFn: (id: string) => call(deleteAlignmentNote, { params: { id } }),
      onSettled,
    }),
  };
}
