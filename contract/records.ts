import { z } from 'zod';
import { MEETING_KINDS } from '../domain/engagement/meeting-kinds.ts';
import { RECORD_KINDS, REQUIRABLE, type RequiredRecord } from '../domain/records/missing-records.ts';
import { endpoint } from './endpoint.ts';
import { LARGEST_FILE } from './file-types.ts';
import { listOf } from './lists.ts';
import { ById, Day, Line, Nothing, Timestamp } from './values.ts';

const Kind = z.enum(RECORD_KINDS);

/** What a meeting has on file: an uploaded file, or a link to where it is kept. */
export const MeetingRecord = z.object({
  id: z.string(),
  meeting: z.string(),
  company: z.string(),
  kind: Kind,
  title: z.string().describe('As typed, else the file’s name or the link’s host'),
  link: z.string().nullable().describe('https; null for a file'),
  file: z
    .object({ name: z.string(), media: z.string(), bytes: z.number().int() })
    .nullable()
    .describe('Null for a link'),
  addedAt: Timestamp.nullable(),
  addedBy: z.string().nullable().describe('The name of the user, as far as it is known'),
  etag: z.string().describe('For If-Match'),
});
export type MeetingRecord = z.infer<typeof MeetingRecord>;

const Required = z.object({
  kind: z.enum(REQUIRABLE as [RequiredRecord, ...RequiredRecord[]]),
  state: z.enum(['attached', 'assessed', 'missing']),
  assessment: z
    .object({ id: z.string(), template: z.string(), takenOn: Day, score: z.number() })
    .nullable()
    .describe('With `assessed`: the one that was taken in time'),
});

export const MeetingRecords = z.object({ required: z.array(Required), records: z.array(MeetingRecord) });
export type MeetingRecords = z.infer<typeof MeetingRecords>;

/** An address that a browser may be sent to: https, with a host, without user and password. */
export const HttpsLink = z
  .string()
  .trim()
  .max(2000)
  .refine((text) => {
    const url = URL.canParse(text) ? new URL(text) : null;
    return url?.protocol === 'https:' && url.username === '' && url.password === '' && !/\p{Cc}/u.test(text);
  }, 'an address that begins with https://');

export const NewRecordLink = z.strictObject({ kind: Kind, title: Line.max(200).optional(), link: HttpsLink });
export type NewRecordLink = z.infer<typeof NewRecordLink>;

const deck: MeetingRecord = {
  id: 'acme-dental-slide-deck',
  meeting: 'acme-dental-qbr-1',
  company: 'acme-dental',
  kind: 'slide_deck',
  title: 'Q4 review.pptx',
  link: null,
  file: {
    name: 'Q4 review.pptx',
    media: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    bytes: 1_482_240,
  },
  addedAt: '2026-10-15T09:12:00.000Z',
  addedBy: 'Dana Reyes',
  etag: '"0b9c41d8e6b7a3f19c0d2e4b6a815f2a"',
};

const slice = 'records';

export const getMeetingRecords = endpoint({
  id: 'getMeetingRecords',
  method: 'GET',
  path: '/meetings/:id/records',
  slice,
  summary: 'The records of a meeting, and which required ones are missing',
  params: ById,
  response: MeetingRecords,
  errors: ['not_found'],
  examples: {
    params: { id: deck.meeting },
    response: {
      required: [
        { kind: 'slide_deck', state: 'attached', assessment: null },
        { kind: 'warranty_report', state: 'missing', assessment: null },
      ],
      records: [deck],
    },
  },
});

export const addRecordLink = endpoint({
  id: 'addRecordLink',
  method: 'POST',
  path: '/meetings/:id/records',
  slice,
  summary: 'Attach a link to a meeting',
  params: ById,
  body: NewRecordLink,
  status: 201,
  response: MeetingRecord,
  errors: ['forbidden', 'not_found'],
  examples: {
    params: { id: deck.meeting },
    body: { kind: 'warranty_report', link: 'https://app.scalepad.com/reports/4711' },
    response: {
      ...deck,
      kind: 'warranty_report',
      title: 'app.scalepad.com',
      link: 'https://app.scalepad.com/reports/4711',
      file: null,
    },
  },
});

export const addRecordFile = endpoint({
  id: 'addRecordFile',
  method: 'POST',
  path: '/meetings/:id/records/file',
  slice,
  summary: 'Attach a file to a meeting',
  description: `A form with one file under the name “file”, at most ${LARGEST_FILE / 1024 ** 2} MB: PDF, Word, Excel, PowerPoint, OpenDocument, CSV, text, PNG, JPEG or WebP, by its name and by its content.`,
  params: ById,
  query: z.strictObject({ kind: Kind }),
  body: z.string(),
  bodyType: 'multipart/form-data',
  status: 201,
  response: MeetingRecord,
  errors: ['forbidden', 'not_found'],
  examples: { params: { id: deck.meeting }, query: { kind: 'slide_deck' }, response: deck },
});

export const deleteRecord = endpoint({
  id: 'deleteRecord',
  method: 'DELETE',
  path: '/records/:id',
  slice,
  summary: 'Remove a record, and its file',
  params: ById,
  status: 204,
  response: Nothing,
  errors: ['forbidden', 'not_found', 'precondition_failed'],
  examples: { params: { id: deck.id } },
});

export const getRecordFile = endpoint({
  id: 'getRecordFile',
  method: 'GET',
  path: '/records/:id/file',
  slice,
  summary: 'Download the file of a record',
  description: 'Always as an attachment, never shown as a page.',
  params: ById,
  response: z.string(),
  responseType: 'application/octet-stream',
  large: true,
  errors: ['not_found'],
  examples: { params: { id: deck.id } },
});

/** A meeting that has records, or requires some. */
export const MeetingOnFile = MeetingRecords.extend({
  id: z.string(),
  kind: z.enum(MEETING_KINDS),
  date: Day,
  status: z.enum(['planned', 'held']),
});
export type MeetingOnFile = z.infer<typeof MeetingOnFile>;

export const listCompanyRecords = endpoint({
  id: 'listCompanyRecords',
  method: 'GET',
  path: '/companies/:id/records',
  slice,
  summary: 'A company’s meetings that have or require records, the latest first',
  description: 'Cancelled meetings are left out.',
  params: ById,
  response: listOf(MeetingOnFile),
  errors: ['not_found'],
  examples: {
    params: { id: 'acme-dental' },
    response: {
      items: [
        {
          id: deck.meeting,
          kind: 'vcio',
          date: '2026-10-15',
          status: 'held',
          required: [{ kind: 'slide_deck', state: 'attached', assessment: null }],
          records: [deck],
        },
      ],
    },
  },
});

export const RecordRequirement = z.strictObject({
  meetingKind: z.enum(MEETING_KINDS),
  records: z
    .array(z.enum(REQUIRABLE as [RequiredRecord, ...RequiredRecord[]]))
    .max(REQUIRABLE.length)
    .refine((records) => new Set(records).size === records.length, 'each record once'),
  assessmentDays: z
    .number()
    .int()
    .min(1)
    .max(3650)
    .describe('An assessment counts for so many days before the meeting'),
});
export type RecordRequirement = z.infer<typeof RecordRequirement>;

export const RecordRequirements = z.object({ items: z.array(RecordRequirement), etag: z.string() });

const requirements = [{ meetingKind: 'vcio' as const, records: [...REQUIRABLE], assessmentDays: 90 }];

export const getRecordRequirements = endpoint({
  id: 'getRecordRequirements',
  method: 'GET',
  path: '/record-requirements',
  slice,
  summary: 'Which records each kind of meeting requires',
  response: RecordRequirements,
  errors: ['forbidden'],
  examples: { response: { items: requirements, etag: '"1c0d2e4b6a815f2a0b9c41d8e6b7a3f1"' } },
});

export const updateRecordRequirements = endpoint({
  id: 'updateRecordRequirements',
  method: 'PATCH',
  path: '/record-requirements',
  slice,
  summary: 'Say which records kinds of meetings require; kinds that are left out stay',
  body: z.strictObject({
    items: z
      .array(RecordRequirement)
      .min(1)
      .max(MEETING_KINDS.length)
      .refine(
        (items) => new Set(items.map(({ meetingKind }) => meetingKind)).size === items.length,
        'each kind of meeting once',
      ),
  }),
  response: RecordRequirements,
  errors: ['forbidden', 'precondition_failed'],
  examples: {
    body: { items: requirements },
    response: { items: requirements, etag: '"1c0d2e4b6a815f2a0b9c41d8e6b7a3f1"' },
  },
});
