import { z } from 'zod';
import { IMPORT_FORMS } from '../domain/assessments/import-form.ts';
import { DayField, NameField } from './bundle/fields.ts';
import { FileError } from './bundle-transfer.ts';
import { endpoint } from './endpoint.ts';
import { Day, Id, Named } from './values.ts';

/** What an import does, or would do, with one assessment of the file. */
export const ImportedAssessment = z.object({
  company: Named,
  template: z.string(),
  takenOn: Day,
  answered: z.int(),
  open: z.int(),
  notApplicable: z.int(),
  score: z.number().nullable().describe('0–100, not rounded'),
  there: z.boolean().describe('The company has one of this template and day already, which stays as it is'),
});
export type ImportedAssessment = z.infer<typeof ImportedAssessment>;

/** Why a file was refused: in the `details` of the error. */
export const AssessmentFileErrors = z.object({
  errors: z.array(FileError).describe('The first 1,000; nothing was written'),
  more: z.int(),
});
export type AssessmentFileErrors = z.infer<typeof AssessmentFileErrors>;

export const importAssessments = endpoint({
  id: 'importAssessments',
  method: 'POST',
  path: '/assessments/import',
  slice: 'assessments',
  summary: 'Bring in assessments with their answers from CSV: all of them, or nothing',
  description:
    'One question a row. Columns: company (id or name), template, takenOn, category, question, guidance, answer (N/A: not applicable), points, possible, weight, note; in the form `myitprocess` Organization, Review, Review Date, Section, Category, Question, Engineer Answer, vCIO Answer, Priority, Technical Analysis and the like. What is wrong is refused (422) with every error by line and column in `details.errors`. `dryRun` tells what would be done without doing it.',
  query: z.strictObject({ dryRun: z.enum(['true', 'false']).optional() }),
  body: z.strictObject({
    file: z.string().describe('The text of the file'),
    form: z.enum(IMPORT_FORMS),
    company: Id.optional().describe('For rows that name none'),
    template: NameField.optional().describe('For rows that name none'),
    takenOn: DayField.optional().describe('For rows that have no day'),
  }),
  longBody: true,
  response: z.object({ items: z.array(ImportedAssessment) }),
  errors: ['forbidden', 'not_found', 'unprocessable', 'payload_too_large'],
  examples: {
    query: { dryRun: 'true' },
    body: {
      form: 'quarterdeck',
      file: 'company,template,takenOn,category,question,answer,points,possible,weight,note\r\nAcme Dental,Security baseline,2026-11-21,Backup,Was a restore tested?,Yes,1,1,3,\r\n',
    },
    response: {
      items: [
        {
          company: { id: 'acme-dental', name: 'Acme Dental' },
          template: 'Security baseline',
          takenOn: '2026-11-21',
          answered: 1,
          open: 0,
          notApplicable: 0,
          score: 100,
          there: false,
        },
      ],
    },
  },
});
