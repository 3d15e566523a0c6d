import { stat } from 'node:fs/promises';
import path from 'node:path';
import { BUNDLE_FILES, fileFormat } from '../../contract/bundle/format.ts';
import { CONTENTS } from './content-names.ts';
import type { BundleError } from './errors.ts';
import { folderFiles } from './folder-source.ts';
import { zipFiles } from './zip-source.ts';

/** One CSV file of a bundle; it may be opened again and again. */
export interface BundleFile {
  /** With its extension: `companies.csv`. */
  readonly name: string;
  open(): AsyncIterable<Buffer>;
}

/** A bundle to read: the files it has, and what is wrong with their names or their packing. */
export interface BundleSource {
  readonly files: readonly BundleFile[];
  /** The bytes that files.csv names, by their SHA-256 as it is claimed. */
  readonly contents: ReadonlyMap<string, BundleFile>;
  readonly errors: readonly BundleError[];
  close(): Promise<void>;
}

/**
 * Opens the folder or .zip at `place`. Files that are not CSV, hidden ones and `__MACOSX` are passed over; a CSV file that
 * the format does not have is an error, as is everything that makes a zip unsafe or unreadable. Never throws for what
 * it finds there; whoever opens a bundle closes it.
 */
export async function openBundle(place: string): Promise<BundleSource> {
  const name = path.basename(place);
  try {
    const found = (await stat(place)).isDirectory() ? await folderFiles(place) : await zipFiles(place, name);
    return { ...found, errors: [...found.errors, ...found.files.flatMap(unknownFile)] };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const missing = code === 'ENOENT' ? 'there is no such folder or file' : message;
    return sourceOf(
      [],
      [{ file: name, line: 1, column: 1, message: `${missing}; expected a folder or a .zip of CSV files` }],
    );
  }
}

/** A bundle that is in memory already, file names with their text: what a program made. */
export function bundleOfTexts(
  texts: ReadonlyMap<string, string>,
  contents: ReadonlyMap<string, Buffer> = new Map(),
): BundleSource {
  const files = [...texts].map(([name, text]) => ({ name, open: () => inPieces(Buffer.from(text, 'utf8')) }));
  const kept = [...contents].map(
    ([sha256, bytes]) => [sha256, { name: `${CONTENTS}/${sha256}`, open: () => inPieces(bytes) }] as const,
  );
  return { ...sourceOf(files, files.flatMap(unknownFile)), contents: new Map(kept) };
}

async function* inPieces(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

function sourceOf(files: readonly BundleFile[], errors: readonly BundleError[]): BundleSource {
  return { files, contents: new Map(), errors, close: async () => undefined };
}

function unknownFile({ name }: BundleFile): BundleError[] {
  if (fileFormat(name.replace(/\.csv$/, '')) && name.endsWith('.csv')) return [];
  const known = BUNDLE_FILES.map((format) => `${format.name}.csv`);
  const meant = known.find((candidate) => candidate === name.toLowerCase().replace(/[ -]/g, '_'));
  const expected = meant ?? `a file of the bundle (${known.join(', ')})`;
  return [{ file: name, line: 1, column: 1, message: `unknown file; expected ${expected}` }];
}
