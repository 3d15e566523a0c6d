import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Draft } from './file-store.ts';
import type { Content } from './sniff.ts';

const HEAD = 4096;

/**
 * Writes a stream to a file of its own in `folder`, on disk when this resolves, and looks at its bytes on the way. Rejects
 * with what `tooLarge` makes once there are more than `most` bytes; then, and when the stream breaks off, nothing is left.
 */
export async function writeAside(
  stream: Readable | AsyncIterable<Buffer>,
  folder: string,
  most: number,
  tooLarge: () => Error,
): Promise<Draft & Content> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const place = path.join(folder, randomUUID());
  const hash = createHash('sha256');
  const head: Buffer[] = [];
  let bytes = 0;
  let hasControls = false;
  const look = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (bytes < HEAD) head.push(chunk.subarray(0, HEAD - bytes));
      bytes += chunk.length;
      hasControls ||= holdsControls(chunk);
      hash.update(chunk);
      if (bytes > most) done(tooLarge());
      else done(null, chunk);
    },
  });
  try {
    await pipeline(stream, look, createWriteStream(place, { mode: 0o600, flush: true, flags: 'wx' }));
  } catch (error) {
    await rm(place, { force: true });
    throw error;
  }
  return { place, bytes, sha256: hash.digest('hex'), head: Buffer.concat(head), hasControls };
}

/** Tab, line feed, form feed and carriage return stand in text; other control characters do not. */
function holdsControls(chunk: Buffer): boolean {
  for (const byte of chunk)
    if ((byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) || byte === 127) return true;
  return false;
}
