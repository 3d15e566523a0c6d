import { z } from 'zod';
import { TextField } from './bundle/fields.ts';
import { endpoint } from './endpoint.ts';
import { listOf } from './lists.ts';
import { ById, Id, Named, Nothing, Timestamp } from './values.ts';

/** A note about one alignment cell. */
export const AlignmentNote = z.object({
  id: z.string(),
  text: z.string().describe('As it was typed'),
  createdAt: Timestamp.nullable(),
  createdBy: Named.nullable().describe('A user, or whoever an import named'),
});
export type AlignmentNote = z.infer<typeof AlignmentNote>;

export const NewAlignmentNote = z.strictObject({
  text: TextField.refine((text) => text.trim() !== '', 'some text'),
});
export type NewAlignmentNote = z.infer<typeof NewAlignmentNote>;

export const exampleNote: AlignmentNote = {
  id: 'web-filtering-3f9a',
  text: 'Their landlord’s firewall filters already.',
  createdAt: '2026-11-22T10:15:00.000Z',
  createdBy: { id: 'dana', name: 'Dana Reyes' },
};

const CellParams = z.strictObject({ id: Id, stackItem: Id });
const cell = { id: 'acme-dental', stackItem: 'web-filtering' };

export const listAlignmentNotes = endpoint({
  id: 'listAlignmentNotes',
  method: 'GET',
  path: '/companies/:id/alignments/:stackItem/notes',
  slice: 'alignment',
  summary: 'The notes about one alignment cell in full, newest first',
  params: CellParams,
  response: listOf(AlignmentNote),
  large: true,
  errors: ['not_found'],
  examples: { params: cell, response: { items: [exampleNote] } },
});

export const createAlignmentNote = endpoint({
  id: 'createAlignmentNote',
  method: 'POST',
  path: '/companies/:id/alignments/:stackItem/notes',
  slice: 'alignment',
  summary: 'Add a note about one alignment cell',
  description: 'The cell must be applicable.',
  params: CellParams,
  body: NewAlignmentNote,
  status: 201,
  response: AlignmentNote,
  errors: ['forbidden', 'not_found'],
  examples: { params: cell, body: { text: exampleNote.text }, response: exampleNote },
});

export const deleteAlignmentNote = endpoint({
  id: 'deleteAlignmentNote',
  method: 'DELETE',
  path: '/alignment-notes/:id',
  slice: 'alignment',
  summary: 'Delete one note',
  params: ById,
  status: 204,
  response: Nothing,
  errors: ['forbidden', 'not_found'],
  examples: { params: { id: exampleNote.id } },
});
