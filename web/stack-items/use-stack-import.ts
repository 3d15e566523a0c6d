import { useMutation } from '@tanstack/react-query';
import { importStack, type StackFileErrors, type StackFiles } from '../../contract/stack-csv.ts';
import { ApiError, call } from '../api/call.ts';
import { useSettingsChanged } from '../settings/use-settings-changed.ts';
import { readCsv } from './read-csv.ts';

/** The two files that can be brought in, as they were chosen. */
export interface ChosenFiles {
  readonly stackItems: File | null;
  readonly products: File | null;
}

/** What is wrong with files, by line and column; null: the error is none about the files. */
export function fileErrorsOf(error: unknown): StackFileErrors | null {
  if (error instanceof NotUtf8) return { errors: [...error.errors], more: 0 };
  if (!(error instanceof ApiError) || error.code !== 'unprocessable') return null;
  const { errors, more } = error.details as Partial<StackFileErrors>;
  return errors ? { errors, more: more ?? 0 } : null;
}

class NotUtf8 extends Error {
  constructor(readonly errors: StackFileErrors['errors']) {
    super('A file is not UTF-8.');
  }
}

/** Brings stack items and products in: first tried without writing, then for good. */
export function useStackImport(onImported: () => void) {
  const settingsChanged = useSettingsChanged();
  const preview = useMutation({
    mutationFn: async (files: ChosenFiles) => {
      const body = await textsOf(files);
      const { items } = await call(importStack, { query: { dryRun: 'true' }, body });
      return { body, counts: items };
    },
  });
  const write = useMutation({
    mutationFn: (body: StackFiles) => call(importStack, { body }),
    onSuccess: onImported,
    onSettled: settingsChanged,
  });
  return { preview, write };
}

async function textsOf(files: ChosenFiles): Promise<StackFiles> {
  const read = async (name: string, file: File | null) =>
    file && readCsv(name, new Uint8Array(await file.arrayBuffer()));
  const stackItems = await read('stack_items.csv', files.stackItems);
  const products = await read('products.csv', files.products);
  const errors = [stackItems, products].flatMap((one) => (one && 'error' in one ? [one.error] : []));
  if (errors.length > 0) throw new NotUtf8(errors);
  return {
    ...(stackItems && 'text' in stackItems ? { stackItems: stackItems.text } : {}),
    ...(products && 'text' in products ? { products: products.text } : {}),
  };
}
