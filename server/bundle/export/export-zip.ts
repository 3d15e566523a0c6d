import { type PassThrough, Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import yazl from 'yazl';
import type { Database } from '../../platform/database/database.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import { exportBundle } from './export-bundle.ts';

/** A workspace's bundle as a zip, made while it is read. Whoever stops reading destroys it, which ends the export. */
export function exportZip(database: Database, workspace: string, store: FileStore): Readable {
  const zip = new yazl.ZipFile();
  const packed = zip.outputStream as PassThrough;
  let entry: Readable | undefined;
  packed.once('close', () => entry?.destroy());
  zip.on('error', (error) => packed.destroy(error));
  exportBundle(database, workspace, store, async (name, pieces) => {
    if (packed.destroyed) throw new Error('nobody reads the zip any more');
    entry = Readable.from(pieces, { objectMode: false });
    const read = finished(entry);
    zip.addReadStream(entry, name);
    await read;
  }).then(
    () => zip.end(),
    (error) => packed.destroy(error),
  );
  return packed;
}
