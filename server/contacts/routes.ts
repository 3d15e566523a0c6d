import type { FastifyInstance } from 'fastify';
import * as contract from '../../contract/contacts.ts';
import { change } from '../access/change.ts';
import { placeOfRow } from '../access/place-of-row.ts';
import { viewerRoute } from '../access/routes.ts';
import { requireCompany } from '../access/viewer.ts';
import type { ServerContext } from '../context.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { createContact } from './create-contact.ts';
import { deleteContact } from './delete-contact.ts';
import { readContacts } from './read-contacts.ts';
import { updateContact } from './update-contact.ts';

export function addContactRoutes(app: FastifyInstance, context: ServerContext): void {
  const { database } = context;

  viewerRoute(app, context, contract.listContacts, 'read_companies', async ({ viewer, params, reply }) => {
    requireCompany(viewer, params.id);
    const scope = { workspace: viewer.workspace, companies: [params.id] };
    const items = await inWorkspace(database, scope, (tx) => readContacts(tx, params.id));
    return reply.send(JSON.stringify({ items }));
  });

  viewerRoute(app, context, contract.createContact, 'edit_companies', async (call) => {
    const { viewer, params, body, reply } = call;
    requireCompany(viewer, params.id);
    const created = await change(context, call, [params.id], (tx) =>
      createContact(tx, viewer, params.id, body),
    );
    void reply.header('etag', created.etag);
    return created;
  });

  viewerRoute(app, context, contract.updateContact, 'edit_companies', async (call) => {
    const { viewer, params, body, request, reply } = call;
    const place = await placeOfRow(database, viewer, 'contacts', params.id);
    const updated = await change(context, call, [place.company], (tx) =>
      updateContact(tx, viewer, place, body, request.headers['if-match']),
    );
    void reply.header('etag', updated.etag);
    return updated;
  });

  viewerRoute(app, context, contract.deleteContact, 'edit_companies', async (call) => {
    const { viewer, params, request } = call;
    const place = await placeOfRow(database, viewer, 'contacts', params.id);
    await change(context, call, [place.company], (tx) =>
      deleteContact(tx, viewer, place, request.headers['if-match']),
    );
  });
}
