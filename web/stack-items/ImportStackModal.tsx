import { FileInput, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import FileSpreadsheet from 'lucide-react/icons/file-spreadsheet';
import { type FormEvent, useState } from 'react';
import { ImportCounts } from '../bundle/ImportCounts.tsx';
import { ImportErrors } from '../bundle/ImportErrors.tsx';
import { EditModal } from '../editing/EditModal.tsx';
import { type ChosenFiles, fileErrorsOf, useStackImport } from './use-stack-import.ts';

const NO_FILES: ChosenFiles = { stackItems: null, products: null };

/** Brings the stack in from CSV files; what that will do is shown before anything is written. */
export function ImportStackModal({ onClose }: { readonly onClose: () => void }) {
  const [files, setFiles] = useState<ChosenFiles>(NO_FILES);
  const { preview, write } = useStackImport(() => {
    notifications.show({ message: 'The stack is imported.' });
    onClose();
  });
  const choose = (change: Partial<ChosenFiles>) => {
    const chosen = { ...files, ...change };
    setFiles(chosen);
    preview.reset();
    write.reset();
    if (chosen.stackItems || chosen.products) preview.mutate(chosen);
  };
  const counts = preview.data?.counts ?? null;
  const changes = counts?.reduce((sum, { created, updated }) => sum + created + updated, 0) ?? 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (preview.data && changes > 0) write.mutate(preview.data.body);
  };
  const wrong = fileErrorsOf(write.error ?? preview.error);
  const field = (name: keyof ChosenFiles, label: string, description: string) => (
    <FileInput
      label={label}
      description={description}
      placeholder="Choose a file"
      accept=".csv,text/csv"
      clearable
      clearButtonProps={{ 'aria-label': `Clear ${label}` }}
      leftSection={<FileSpreadsheet size={16} aria-hidden />}
      value={files[name]}
      onChange={(file) => choose({ [name]: file })}
    />
  );
  return (
    <EditModal
      title="Import stack from CSV"
      onClose={onClose}
      onSubmit={submit}
      pending={write.isPending || preview.isPending}
      error={wrong ? null : (write.error ?? preview.error)}
      action={counts && changes === 0 ? 'Nothing to import' : 'Import'}
    >
      <Text fz="sm">
        Rows are matched by their key: new ones are created, changed ones updated. Rows and columns that a
        file does not have stay as they are; an empty cell clears. Download the files first to see their form.
      </Text>
      {field('stackItems', 'Stack items', 'stack_items.csv')}
      {field('products', 'Products', 'products.csv')}
      {wrong ? (
        <ImportErrors
          errors={wrong.errors}
          more={wrong.more}
          what="the files"
          onReset={() => choose({ stackItems: null, products: null })}
        />
      ) : null}
      {counts ? (
        <div>
          <Text fz="sm" fw={600} mb={4} role="status">
            {changes === 0 ? 'Everything in the files is so already.' : 'This is what the import will do:'}
          </Text>
          <ImportCounts files={counts} />
        </div>
      ) : null}
    </EditModal>
  );
}
