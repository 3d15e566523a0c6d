/** The largest file that is taken. Bytes. */
export const LARGEST_FILE = 50 * 1024 ** 2;

/** The kinds of files that are taken, by what ends their name: what they are called, and their media type. */
export const FILE_TYPES = {
  pdf: { name: 'PDF', media: 'application/pdf' },
  docx: {
    name: 'Word',
    media: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  xlsx: { name: 'Excel', media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  pptx: {
    name: 'PowerPoint',
    media: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  },
  odt: { name: 'OpenDocument text', media: 'application/vnd.oasis.opendocument.text' },
  ods: { name: 'OpenDocument spreadsheet', media: 'application/vnd.oasis.opendocument.spreadsheet' },
  odp: { name: 'OpenDocument presentation', media: 'application/vnd.oasis.opendocument.presentation' },
  csv: { name: 'CSV', media: 'text/csv' },
  txt: { name: 'text', media: 'text/plain' },
  png: { name: 'PNG', media: 'image/png' },
  jpg: { name: 'JPEG', media: 'image/jpeg' },
  webp: { name: 'WebP', media: 'image/webp' },
} as const satisfies Record<string, { readonly name: string; readonly media: string }>;

export type FileKind = keyof typeof FILE_TYPES;

/** The kind that a file's name says it is of; undefined: none that is taken. */
export function kindByName(name: string): FileKind | undefined {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const kind = ending === 'jpeg' ? 'jpg' : ending;
  return Object.hasOwn(FILE_TYPES, kind) ? (kind as FileKind) : undefined;
}

/** "PDF, Word, Excel …": for messages and hints. */
export const FILE_TYPES_IN_WORDS = Object.values(FILE_TYPES)
  .map(({ name }) => name)
  .join(', ');
