import { useMutation } from '@tanstack/react-query';
import { type AssessmentFileErrors, importAssessments } from '../../contract/assessment-import.ts';
import type { BodyOf } from '../../contract/endpoint.ts';
import type { ImportForm } from '../../domain/assessments/import-form.ts';
import { ApiError, call } from '../api/call.ts';
import { readCsv } from '../stack-items/read-csv.ts';

type Body = BodyOf<typeof importAssessments>;

/** A file and what its rows may leave out, as they were chosen. */
export interface Chosen {
  readonly form: ImportForm;
  readonly file: File | null;
  readonly template: string;
  readonly takenOn: string;
}

/** What is wrong with the file, by line and column; null: the error is none about the file. */
export function fileErrorsOf(error: unknown): AssessmentFileErrors | null {
  if (error instanceof NotUtf8) return { errors: [error.error], more: 0 };
  if (!(error instanceof ApiError) || error.code !== 'unprocessable') return null;
  const { errors, more } = error.details as Partial<AssessmentFileErrors>;
  return errors ? { errors, more: more ?? 0 } : null;
}

class NotUtf8 extends Error {
  constructor(readonly error: AssessmentFileErrors['errors'][number]) {
    super('The file is not UTF-8.');
  }
}

/** Brings assessments in: first tried without writing, then for good. */
export function useAssessmentImport(company: string, onImported: () => void) {
  const preview = useMutation({
    mutationFn: async (chosen: Chosen) => {
      const body = await bodyOf(company, chosen);
      const { items } = await call(importAssessments, { query: { dryRun: 'true' }, body });
      return { body, items };
    },
  });
  const write = useMutation({
    mutationFn: (body: Body) => call(importAssessments, { body }),
    onSuccess: onImported,
  });
  return { preview, write };
}

async function bodyOf(company: string, { form, file, template, takenOn }: Chosen): Promise<Body> {
  const read = readCsv(file!.name, new Uint8Array(await file!.arrayBuffer()));
  if ('error' in read) throw new NotUtf8(read.error);
  return {
    form,
    file: read.text,
    company,
    ...(template.trim() === '' ? {} : { template: template.trim() }),
    ...(takenOn === '' ? {} : { takenOn }),
  };
}
