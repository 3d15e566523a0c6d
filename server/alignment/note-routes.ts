import type { FastifyInstance } from 'fastify';
import * as contract from '../../contract/alignment-notes.ts';
import { change } from '../access/change.ts';
import { placeOfRow } from '../access/place-of-row.ts';
import { viewerRoute } from '../access/routes.ts';
import type { ServerContext } from '../context.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { cellOf } from './cell.ts';
import { createNote } from './create-note.ts';
import { deleteNote } from './delete-note.ts';
import { readNotes } from './read-notes.ts';

export function addAlignmentNoteRoutes(app: FastifyInstance, context: ServerContext): void {
  const { database } = context;

  viewerRoute(app, context, contract.listAlignmentNotes, 'read_companies', async (call) => {
    const { viewer, params, reply } = call;
    const { company, stackItem } = cellOf(viewer, params);
    const scope = { workspace: viewer.workspace, companies: [company] };
    const items = await inWorkspace(database, scope, (tx) =>
      readNotes(tx, viewer.loaded.grants, company, stackItem.id),
    );
    return reply.send(JSON.stringify({ items }));
  });

  viewerRoute(app, context, contract.createAlignmentNote, 'edit_companies', async (call) => {
    const { viewer, params, body } = call;
    const cell = cellOf(viewer, params);
    return change(context, call, [cell.company], (tx) => createNote(tx, viewer, cell, body.text));
  });

  viewerRoute(app, context, contract.deleteAlignmentNote, 'edit_companies', async (call) => {
    const place = await placeOfRow(database, call.viewer, 'alignment_notes', call.params.id);
    await change(context, call, [place.company], (tx) => deleteNote(tx, call.viewer, place));
  });
}
