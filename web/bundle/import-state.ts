/** How far an import has come. */
export interface ImportProgress {
  readonly phase: 'reading' | 'checking' | 'writing';
  readonly file: string | null;
  readonly rows: number;
  /** Null: not known yet. */
  readonly total: number | null;
}

export interface ImportError {
  readonly file: string;
  readonly line: number | null;
  readonly column: string | number | null;
  readonly message: string;
}

export interface FileResult {
  readonly file: string;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** One import from its start to its end. */
export type ImportState =
  | { readonly step: 'idle' }
  | { readonly step: 'running'; readonly progress: ImportProgress | null }
  | { readonly step: 'done'; readonly files: readonly FileResult[] }
  | { readonly step: 'refused'; readonly errors: readonly ImportError[]; readonly more: number }
  | { readonly step: 'failed'; readonly message: string }
  | { readonly step: 'cancelled' };

/** The state after one line of the answer; a line that says nothing known changes nothing. */
export function afterLine(state: ImportState, line: unknown): ImportState {
  const { progress, result, errors, more, error } = line as {
    progress?: ImportProgress;
    result?: { files: readonly FileResult[] };
    errors?: readonly ImportError[];
    more?: number;
    error?: { message: string };
  };
  if (result) return { step: 'done', files: result.files };
  if (errors) return { step: 'refused', errors, more: more ?? 0 };
  if (error) return { step: 'failed', message: error.message };
  if (progress) return { step: 'running', progress };
  return state;
}

/** `file:line:column: message`, as the command line writes it; what is not known is left out. */
export function errorText({ file, line, column, message }: ImportError): string {
  const place = [file, line, column].filter((part) => part !== null && part !== undefined).join(':');
  return `${place}: ${message}`;
}
