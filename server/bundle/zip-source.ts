import { stat } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { CONTENTS, isSha256 } from './content-names.ts';
import { type BundleError, shown } from './errors.ts';
import type { BundleSource } from './source.ts';

/** No zip may unpack to more than this, nor an entry of some size to so many times its packed size. */
const LARGEST = 4 * 1024 ** 3;
const LARGEST_RATIO = 250;
const RATIO_MATTERS_FROM = 32 * 1024 ** 2;
const MOST_ENTRIES = 10_000;

const SYMBOLIC_LINK = 0o120000;
const FILE_TYPE = 0o170000;

/**
 * The CSV files of a zip, and the bytes of files in `files` beside them: at its top, or all in one folder of it. Nothing is unpacked to disk. yauzl refuses names that
 * lead elsewhere and entries that unpack to another size than they declare, so the declared sizes can be relied upon.
 */
export async function zipFiles(place: string, name: string): Promise<BundleSource> {
  const zip = await yauzl.openPromise(place, { lazyEntries: true, strictFileNames: true, autoClose: false });
  const errors: BundleError[] = [];
  const refuse = (file: string, message: string) => errors.push({ file, line: 1, column: 1, message });
  try {
    const all = await bundleEntries(zip, refuse);
    const entries = [...all.csv, ...all.contents];
    const packed = entries.reduce((sum, entry) => sum + entry.compressedSize, 0);
    if (packed > (await stat(place)).size) refuse(name, 'its entries overlap; expected an ordinary zip');
    const unpacked = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
    if (unpacked > LARGEST)
      refuse(name, 'unpacks to more than 4 GiB; expected a bundle of such size as a folder');
    const files = all.csv.map((entry) => ({
      name: entry.fileName.slice(entry.fileName.lastIndexOf('/') + 1),
      open: () => unpack(zip, entry),
    }));
    const contents = new Map(
      all.contents.map((entry) => {
        const sha256 = entry.fileName.slice(-64);
        return [sha256, { name: `${CONTENTS}/${sha256}`, open: () => unpack(zip, entry) }];
      }),
    );
    return { files: errors.length > 0 ? [] : files, contents, errors, close: async () => zip.close() };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function bundleEntries(
  zip: ZipFile,
  refuse: (file: string, message: string) => void,
): Promise<{ readonly csv: Entry[]; readonly contents: Entry[] }> {
  if (zip.entryCount > MOST_ENTRIES)
    throw new Error(`it has ${zip.entryCount} entries, more than ${MOST_ENTRIES}`);
  const entries: Entry[] = [];
  const contents: Entry[] = [];
  const seen = new Set<string>();
  for await (const entry of zip.eachEntry()) {
    const problem = unsafe(entry);
    if (problem) refuse(entry.fileName, problem);
    const isContent = isContentName(entry.fileName);
    if (!isContent && !isBundleFile(entry.fileName)) continue;
    if (seen.has(entry.fileName)) refuse(entry.fileName, 'stands in the zip more than once; expected once');
    seen.add(entry.fileName);
    (isContent ? contents : entries).push(entry);
  }
  const folders = new Set(
    entries.map((entry) => entry.fileName.slice(0, entry.fileName.lastIndexOf('/') + 1)),
  );
  const [folder = ''] = folders;
  if (folders.size > 1 || folder.indexOf('/') < folder.length - 1) {
    const where = [...folders].map(shown).join(', ');
    refuse(
      entries[0]!.fileName,
      `the CSV files stand in ${where}; expected them at the top of the zip or in one folder`,
    );
  }
  const besideCsv = (name: string) => name.slice(0, -(CONTENTS.length + 65)) === folder;
  return { csv: entries, contents: contents.filter(({ fileName }) => besideCsv(fileName)) };
}

/** `files/<SHA-256>`, whatever it stands in. */
function isContentName(name: string): boolean {
  const [folder, last = ''] = name.split('/').slice(-2);
  return folder === CONTENTS && isSha256(last);
}

function isBundleFile(name: string): boolean {
  const parts = name.split('/');
  return parts[0] !== '__MACOSX' && /\.csv$/i.test(name) && !parts.some((part) => part.startsWith('.'));
}

function unsafe(entry: Entry): string | undefined {
  const mode = entry.externalFileAttributes >>> 16;
  if (entry.isEncrypted()) return 'is encrypted; expected a zip without a password';
  if ((mode & FILE_TYPE) === SYMBOLIC_LINK) return 'is a symbolic link; expected a file';
  if (!entry.canDecodeFileData())
    return `is packed by method ${entry.compressionMethod}; expected deflate or no compression`;
  const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
  if (entry.uncompressedSize > RATIO_MATTERS_FROM && ratio > LARGEST_RATIO)
    return `unpacks to ${Math.round(ratio)} times its size; expected at most ${LARGEST_RATIO} times`;
  return undefined;
}

/** yauzl leaves the check sum to its user. */
async function* unpack(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  let sum = 0;
  for await (const piece of await zip.openReadStreamPromise(entry)) {
    sum = crc32(piece, sum);
    yield piece;
  }
  if (sum !== entry.crc32) throw new Error('the zip is damaged: the check sum does not match');
}
