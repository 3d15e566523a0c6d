import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { listOf } from './lists.ts';
import { Line, Nothing } from './values.ts';

/** The dashboard page's query string, without "?". */
const Search = z
  .string()
  .max(8000)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'text without control characters');

const ViewId = z.uuid();
const ByViewId = z.strictObject({ id: ViewId });

export const SavedView = z.object({ id: ViewId, name: z.string(), search: z.string() });
export type SavedView = z.infer<typeof SavedView>;

const view: SavedView = {
  id: '6b1e2a1c-07a5-4c51-8b7e-6c6cf1b7a0de',
  name: 'At risk, east',
  search: 'health=At+risk&accountGroup=east',
};

export const listSavedViews = endpoint({
  id: 'listSavedViews',
  method: 'GET',
  path: '/saved-views',
  slice: 'saved-views',
  summary: 'Your saved dashboard views, by name',
  response: listOf(SavedView),
  examples: { response: { items: [view] } },
});

export const createSavedView = endpoint({
  id: 'createSavedView',
  method: 'POST',
  path: '/saved-views',
  slice: 'saved-views',
  summary: 'Save the dashboard’s filters under a name',
  description: 'Names differ within one user’s views; at most 200 of them.',
  body: z.strictObject({ name: Line, search: Search }),
  status: 201,
  response: SavedView,
  errors: ['conflict'],
  examples: { body: { name: view.name, search: view.search }, response: view },
});

export const updateSavedView = endpoint({
  id: 'updateSavedView',
  method: 'PATCH',
  path: '/saved-views/:id',
  slice: 'saved-views',
  summary: 'Rename a saved view, or save other filters under its name',
  params: ByViewId,
  body: z.strictObject({ name: Line.optional(), search: Search.optional() }),
  response: SavedView,
  errors: ['not_found', 'conflict'],
  examples: { params: { id: view.id }, body: { name: 'Red in the east' }, response: view },
});

export const deleteSavedView = endpoint({
  id: 'deleteSavedView',
  method: 'DELETE',
  path: '/saved-views/:id',
  slice: 'saved-views',
  summary: 'Delete a saved view',
  params: ByViewId,
  status: 204,
  response: Nothing,
  errors: ['not_found'],
  examples: { params: { id: view.id } },
});
