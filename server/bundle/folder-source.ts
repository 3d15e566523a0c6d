import { createReadStream } from 'node:fs';
import { lstat, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { CONTENTS, isSha256 } from './content-names.ts';
import type { BundleError } from './errors.ts';
import type { BundleFile, BundleSource } from './source.ts';

/** The CSV files that stand in a folder itself, and the bytes of files in its folder `files`; nothing else within it. */
export async function folderFiles(folder: string): Promise<BundleSource> {
  const names = (await readdir(folder)).filter((name) => /^[^.].*\.csv$/i.test(name)).sort();
  const errors: BundleError[] = [];
  for (const name of names) {
    const what = await stat(path.join(folder, name));
    if (!what.isFile())
      errors.push({ file: name, line: 1, column: 1, message: 'is not a file; expected CSV' });
  }
  const files = names.map((name) => ({
    name,
    open: () => createReadStream(path.join(folder, name)),
  }));
  const contents = await contentsIn(folder, errors);
  return { files: errors.length > 0 ? [] : files, contents, errors, close: async () => undefined };
}

async function contentsIn(folder: string, errors: BundleError[]): Promise<BundleSource['contents']> {
  const names = (await readdir(path.join(folder, CONTENTS)).catch(() => [])).filter(isSha256).sort();
  const contents = new Map<string, BundleFile>();
  for (const sha256 of names) {
    const place = path.join(folder, CONTENTS, sha256);
    const name = `${CONTENTS}/${sha256}`;
    // a link could lead anywhere
    if ((await lstat(place)).isFile()) contents.set(sha256, { name, open: () => createReadStream(place) });
    else errors.push({ file: name, line: 1, column: 1, message: 'is not a file; expected the bytes of one' });
  }
  return contents;
}
