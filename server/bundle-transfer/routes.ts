import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import * as contract from '../../contract/bundle-transfer.ts';
import { viewerRoute } from '../access/routes.ts';
import { requireEveryCompany } from '../access/viewer.ts';
import { exportZip } from '../bundle/export/export-zip.ts';
import { importBundle } from '../bundle/import-bundle.ts';
import { openBundle } from '../bundle/source.ts';
import type { ServerContext } from '../context.ts';
import { loadDemo } from '../demo/load-demo.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { answerWithImport } from './import-answer.ts';
import { keepingSight } from './keep-sight.ts';
import { withReceivedFile } from './receive-file.ts';

export function addBundleRoutes(app: FastifyInstance, context: ServerContext): void {
  const { database, files, now } = context;
  app.addContentTypeParser('application/zip', (_request, body, done) => done(null, body));

  viewerRoute(app, context, contract.exportBundle, 'export_bundle', async ({ viewer, reply }) => {
    requireEveryCompany(viewer);
    const day = now().toISOString().slice(0, 10);
    return reply
      .type('application/zip')
      .header('content-disposition', `attachment; filename="quarterdeck-${day}.zip"`)
      .send(exportZip(database, viewer.workspace, files));
  });

  viewerRoute(app, context, contract.importBundle, 'import_bundle', async (call) => {
    const { viewer, query, request, reply } = call;
    requireEveryCompany(viewer);
    const upload = request.body;
    if (!(upload instanceof Readable))
      throw new Refusal('bad_request', 'The body is not a zip; expected one, sent as application/zip.');
    const total = Number(request.headers['content-length']) || null;
    return answerWithImport(request, reply, (onProgress, signal) =>
      withReceivedFile(
        upload,
        signal,
        (bytes) => onProgress({ phase: 'reading', file: null, rows: bytes, total }),
        async (place) => {
          const source = await openBundle(place);
          const { workspace, user } = viewer;
          const dryRun = query.dryRun === 'true';
          const options = { workspace, actor: user.id, files, dryRun, onProgress, signal };
          return keepingSight(database, { workspace, user: user.id }, () =>
            importBundle(database, source, options),
          ).finally(() => source.close());
        },
      ),
    );
  });

  viewerRoute(app, context, contract.loadDemo, 'load_demo', async ({ viewer, request, reply }) => {
    if (viewer.loaded.portfolio.slots.size > 0)
      throw new Refusal(
        'conflict',
        'The workspace already holds companies; the demo goes into an empty one.',
      );
    const { workspace, user } = viewer;
    return answerWithImport(request, reply, (onProgress, signal) =>
      keepingSight(database, { workspace, user: user.id }, () =>
        loadDemo(database, { workspace, actor: user.id, files, onProgress, signal }),
      ),
    );
  });
}
