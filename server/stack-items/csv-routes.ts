import type { FastifyInstance } from 'fastify';
import { fileFormat } from '../../contract/bundle/format.ts';
import * as contract from '../../contract/stack-csv.ts';
import { userRoute } from '../access/routes.ts';
import { exportFile } from '../bundle/export/export-bundle.ts';
import { importBundle } from '../bundle/import-bundle.ts';
import { bundleOfTexts } from '../bundle/source.ts';
import type { ServerContext } from '../context.ts';
import { Refusal } from '../platform/http/refusal.ts';

/** Without it, a spreadsheet takes UTF-8 for something else. */
const BYTE_ORDER_MARK = '\uFEFF';

export function addStackCsvRoutes(app: FastifyInstance, context: ServerContext): void {
  const files = [
    [contract.getStackItemsCsv, 'stack_items'],
    [contract.getProductsCsv, 'products'],
  ] as const;
  for (const [endpoint, name] of files) {
    userRoute(app, context, endpoint, 'change_settings', async ({ identity, reply }) => {
      const text = await exportFile(context.database, identity.workspace, fileFormat(name)!);
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${name}.csv"`)
        .send(`${BYTE_ORDER_MARK}${text}`);
    });
  }

  userRoute(app, context, contract.importStack, 'change_settings', async ({ identity, query, body }) => {
    const texts = new Map([
      ...(body.stackItems === undefined ? [] : [['stack_items.csv', body.stackItems] as const]),
      ...(body.products === undefined ? [] : [['products.csv', body.products] as const]),
    ]);
    const result = await importBundle(context.database, bundleOfTexts(texts), {
      workspace: identity.workspace,
      actor: identity.user.id,
      part: 'stack',
      dryRun: query.dryRun === 'true',
    });
    if (result.ok) return { items: [...result.files] };
    const { errors, more } = result;
    const count = errors.length + more;
    throw new Refusal(
      'unprocessable',
      `${count === 1 ? 'One thing is' : `${count} things are`} wrong in the files. Nothing was written.`,
      { details: { errors, more } },
    );
  });
}
