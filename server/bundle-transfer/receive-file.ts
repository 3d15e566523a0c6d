import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Refusal } from '../platform/http/refusal.ts';

/** The largest zip that is taken. Bytes. */
export const LARGEST_UPLOAD = 1024 ** 3;

/**
 * Writes an upload to a file of its own, runs `work` with its place, and removes it. Refuses more than LARGEST_UPLOAD
 * (`payload_too_large`); rejects when the upload breaks off or `signal` says so. `onBytes` hears how much has come.
 */
export async function withReceivedFile<Result>(
  upload: Readable,
  signal: AbortSignal,
  onBytes: (bytes: number) => void,
  work: (place: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'quarterdeck-upload-'));
  const place = path.join(folder, 'bundle.zip');
  try {
    await pipeline(upload, counted(onBytes), createWriteStream(place, { mode: 0o600 }), { signal });
    return await work(place);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function counted(onBytes: (bytes: number) => void): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      onBytes(bytes);
      if (bytes > LARGEST_UPLOAD) done(new Refusal('payload_too_large', 'The zip is larger than 1 GiB.'));
      else done(null, chunk);
    },
  });
}
