import type { ImportLine } from '../../contract/bundle-transfer.ts';

type LineWith<Key extends string> = Extract<ImportLine, Record<Key, unknown>>;

/** How far an import has come. */
export type ImportProgress = LineWith<'progress'>['progress'];
export type FileResult = LineWith<'result'>['result']['files'][number];
export type ImportError = LineWith<'errors'>['errors'][number];

/** One import from its start to its end. */
export type ImportState =
  | { readonly step: 'idle' }
  | { readonly step: 'running'; readonly progress: ImportProgress | null }
  | { readonly step: 'done'; readonly files: readonly FileResult[] }
  | { readonly step: 'refused'; readonly errors: readonly ImportError[]; readonly more: number }
  | { readonly step: 'failed'; readonly message: string }
  | { readonly step: 'cancelled' };

/** The state after a line of the answer. */
export function afterLine(line: ImportLine): ImportState {
  if ('progress' in line) return { step: 'running', progress: line.progress };
  if ('result' in line) return { step: 'done', files: line.result.files };
  if ('errors' in line) return { step: 'refused', errors: line.errors, more: line.more };
  return { step: 'failed', message: line.error.message };
}

/** `file:line:column: message`, as the command line writes it. */
export const errorText = ({ file, line, column, message }: ImportError): string =>
  `${file}:${line}:${column}: ${message}`;
