import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';

/**
 * The lines of a gzipped text, without their ends; the last one must have its end too. Throws for a file that is not a
 * gzip, or is cut short.
 */
export async function* gunzippedLines(file: string): AsyncGenerator<string> {
  const gunzip = createGunzip();
  // an error of either stream reaches the loop below through the second one
  pipeline(createReadStream(file), gunzip, () => undefined);
  gunzip.setEncoding('utf8');
  let rest = '';
  for await (const chunk of gunzip) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop()!;
    yield* lines;
  }
  if (rest !== '') throw new Error('its last line is cut short');
}
