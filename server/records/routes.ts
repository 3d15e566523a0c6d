import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { LARGEST_FILE } from '../../contract/file-types.ts';
import * as contract from '../../contract/records.ts';
import { change } from '../access/change.ts';
import { placeOfRow, type RowPlace } from '../access/place-of-row.ts';
import { viewerRoute } from '../access/routes.ts';
import { requireCompany, type Viewer } from '../access/viewer.ts';
import type { ServerContext } from '../context.ts';
import { inWorkspace, type Tx } from '../platform/database/transaction.ts';
import { newName } from '../platform/files/new-name.ts';
import { withUpload } from '../platform/files/receive-upload.ts';
import { asAttachment } from '../platform/http/attachment.ts';
import { notFound } from '../platform/http/refusal.ts';
import { addFile, addLink } from './add-record.ts';
import { deleteRecord } from './delete-record.ts';
import { readCompanyRecords, readMeetingRecords } from './read-records.ts';
import { readRequirements, updateRequirements } from './requirements.ts';

export async function addRecordRoutes(app: FastifyInstance, context: ServerContext): Promise<void> {
  const { database } = context;
  addRequirementRoutes(app, context);

  viewerRoute(app, context, contract.getMeetingRecords, 'read_companies', async ({ viewer, params }) => {
    const meeting = await placeOfRow(database, viewer, 'meetings', params.id);
    return inCompany(context, viewer, meeting.company, (tx) =>
      readMeetingRecords(tx, viewer.loaded.grants, meeting),
    );
  });

  viewerRoute(app, context, contract.listCompanyRecords, 'read_companies', async ({ viewer, params }) => {
    requireCompany(viewer, params.id);
    const items = await inCompany(context, viewer, params.id, (tx) =>
      readCompanyRecords(tx, viewer.loaded.grants, params.id),
    );
    return { items };
  });

  viewerRoute(app, context, contract.addRecordLink, 'edit_companies', async (call) => {
    const { viewer, params, body, reply } = call;
    const meeting = await placeOfRow(database, viewer, 'meetings', params.id);
    const added = await change(context, call, [meeting.company], (tx) =>
      addLink(tx, viewer, meeting, body, context.now()),
    );
    void reply.header('etag', added.etag);
    return added;
  });

  viewerRoute(app, context, contract.deleteRecord, 'edit_companies', async (call) => {
    const { viewer, params, request } = call;
    const record = await placeOfRow(database, viewer, 'records', params.id);
    await change(context, call, [record.company], (tx) =>
      deleteRecord(tx, viewer, record, request.headers['if-match']),
    );
  });

  viewerRoute(app, context, contract.getRecordFile, 'read_companies', async ({ viewer, params, reply }) => {
    const record = await placeOfRow(database, viewer, 'records', params.id);
    const file = await inCompany(context, viewer, record.company, (tx) => storedFile(tx, record));
    const bytes = await context.files.open(file.storedAs);
    return asAttachment(reply, file.name, file.media).send(bytes);
  });

  // forms are read here and nowhere else
  await app.register(async (forms) => {
    await forms.register(multipart, { limits: { fileSize: LARGEST_FILE + 1 }, throwFileSizeLimit: false });
    viewerRoute(forms, context, contract.addRecordFile, 'edit_companies', async (call) => {
      const { viewer, params, query, request, reply } = call;
      const meeting = await placeOfRow(database, viewer, 'meetings', params.id);
      const added = await withUpload(request, context.files.drafts, async (upload) => {
        const storedAs = newName(viewer.workspace);
        // what an Idempotency-Key stands for
        request.body = { name: upload.name, sha256: upload.sha256 };
        await context.files.keep(storedAs, upload);
        let used = false;
        try {
          return await change(context, call, [meeting.company], async (tx) => {
            const stored = { kind: query.kind, upload, storedAs };
            const { record, used: isUsed } = await addFile(tx, viewer, meeting, stored, context.now());
            used = isUsed;
            return record;
          });
        } catch (error) {
          used = false;
          throw error;
        } finally {
          if (!used) await context.files.remove(storedAs);
        }
      });
      void reply.header('etag', added.etag);
      return added;
    });
  });
}

function addRequirementRoutes(app: FastifyInstance, context: ServerContext): void {
  viewerRoute(app, context, contract.getRecordRequirements, 'change_settings', async ({ viewer, reply }) => {
    const scope = { workspace: viewer.workspace, companies: 'all' } as const;
    const found = await inWorkspace(context.database, scope, readRequirements);
    void reply.header('etag', found.etag);
    return found;
  });

  viewerRoute(app, context, contract.updateRecordRequirements, 'change_settings', async (call) => {
    const { viewer, body, request, reply } = call;
    const updated = await change(context, call, 'all', (tx) =>
      updateRequirements(tx, viewer, body.items, request.headers['if-match']),
    );
    void reply.header('etag', updated.etag);
    return updated;
  });
}

function inCompany<Result>(
  { database }: ServerContext,
  { workspace }: Viewer,
  company: string,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  return inWorkspace(database, { workspace, companies: [company] }, work);
}

async function storedFile(tx: Tx, { id }: RowPlace) {
  const { rows } = await sql<{ name: string; media: string; storedAs: string }>`
    select f.name, f.media, c.stored_as as "storedAs" from records r
    join files f on f.workspace_id = r.workspace_id and f.key = r.file
    join file_contents c on c.workspace_id = f.workspace_id and c.sha256 = f.sha256
    where r.workspace_id = (select current_workspace()) and r.key = ${id}`.execute(tx);
  if (!rows[0]) throw notFound('file of the record', id);
  return rows[0];
}
