import yauzl from 'yauzl';
import type { FileKind } from '../../../contract/file-types.ts';

/** What is known of a file's bytes after they have been read once. */
export interface Content {
  readonly place: string;
  /** The first 4 KiB, or all there is. */
  readonly head: Buffer;
  /** Whether there is a byte in it that stands in no text. */
  readonly hasControls: boolean;
}

/** Entries of an office document that are looked at, by their names; nothing is unpacked. */
const MOST_ENTRIES = 20_000;

/**
 * What kinds a file may be of, by its content: one, or for text the two that look alike; none: not a kind that is taken.
 * Documents with macros are none, nor is text that a browser could take for a page.
 */
export async function kindsByContent(content: Content): Promise<readonly FileKind[]> {
  const { head, hasControls } = content;
  const starts = (text: string, at = 0) => head.subarray(at, at + text.length).toString('latin1') === text;
  if (starts('%PDF-')) return ['pdf'];
  if (starts('\x89PNG\r\n\x1a\n')) return ['png'];
  if (starts('\xff\xd8\xff')) return ['jpg'];
  if (starts('RIFF') && starts('WEBP', 8)) return ['webp'];
  if (starts('PK\x03\x04')) return openDocument(head) ?? officeDocument(content.place);
  return hasControls || looksLikeMarkup(head) ? [] : ['csv', 'txt'];
}

function looksLikeMarkup(head: Buffer): boolean {
  const start = head
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart();
  return start.startsWith('<') || /<(!doctype|html|svg|script|iframe|body|\?xml)/i.test(start);
}

/** OpenDocument says what it is in its first entry, which is not packed. */
function openDocument(head: Buffer): readonly FileKind[] | undefined {
  if (head.subarray(30, 38).toString('latin1') !== 'mimetype') return undefined;
  const media = /^application\/vnd\.oasis\.opendocument\.(text|spreadsheet|presentation)/.exec(
    head.subarray(38, 120).toString('latin1'),
  );
  const kinds = { text: 'odt', spreadsheet: 'ods', presentation: 'odp' } as const;
  return media ? [kinds[media[1] as keyof typeof kinds]] : [];
}

/** The Office formats are zips that are told apart by the names of what is in them. */
async function officeDocument(place: string): Promise<readonly FileKind[]> {
  const names = await entryNames(place);
  if (!names.has('[Content_Types].xml') || [...names].some((name) => /vbaProject\.bin$/i.test(name)))
    return [];
  const parts = { docx: 'word/document.xml', xlsx: 'xl/workbook.xml', pptx: 'ppt/presentation.xml' } as const;
  const found = (Object.keys(parts) as (keyof typeof parts)[]).filter((kind) => names.has(parts[kind]));
  return found.length === 1 ? found : [];
}

async function entryNames(place: string): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  try {
    const zip = await yauzl.openPromise(place, {
      lazyEntries: true,
      strictFileNames: true,
      autoClose: false,
    });
    try {
      if (zip.entryCount > MOST_ENTRIES) return new Set();
      for await (const entry of zip.eachEntry()) names.add(entry.fileName);
    } finally {
      zip.close();
    }
  } catch {
    return new Set(); // no zip after all, or one with names that lead elsewhere
  }
  return names;
}
