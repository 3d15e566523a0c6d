import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { BundleError } from './errors.ts';
import type { BundleSource } from './source.ts';

/** The CSV files that stand in a folder itself, not in folders within it. */
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
  return { files: errors.length > 0 ? [] : files, errors, close: async () => undefined };
}
