import { rm } from 'node:fs/promises';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { FILE_TYPES, FILE_TYPES_IN_WORDS, kindByName, LARGEST_FILE } from '../../../contract/file-types.ts';
import { Refusal } from '../http/refusal.ts';
import type { Draft } from './file-store.ts';
import { shownName } from './shown-name.ts';
import { kindsByContent } from './sniff.ts';
import { writeAside } from './write-aside.ts';

/** A file that somebody sent: written aside, and found to be what its name says. */
export interface Upload extends Draft {
  /** To show, and to save it under. */
  readonly name: string;
  readonly media: string;
}

/**
 * Takes the one file of a multipart request (the part "file"), writes it aside in `folder`, runs `work` and clears up what
 * is left of it. Refuses anything but one file of a kind that is taken, by its name and by its content, that holds
 * something and is no larger than LARGEST_FILE.
 */
export async function withUpload<Result>(
  request: FastifyRequest,
  folder: string,
  work: (upload: Upload) => Promise<Result>,
): Promise<Result> {
  if (!request.isMultipart())
    throw new Refusal('bad_request', 'The body is not a form; expected multipart/form-data with one file.');
  if (Number(request.headers['content-length'] ?? 0) > LARGEST_FILE + 64 * 1024) throw tooLarge();
  let upload: Upload | undefined;
  try {
    // the parts must be read to the end, so that a second one is noticed
    for await (const part of request.parts({ limits: { files: 2, fields: 1, parts: 2, headerPairs: 20 } })) {
      if (part.type !== 'file' || part.fieldname !== 'file' || upload !== undefined) throw oneFile();
      upload = await receive(part, folder);
    }
    if (upload === undefined) throw oneFile();
    return await work(upload);
  } catch (error) {
    throw asRefusal(error);
  } finally {
    if (upload) await rm(upload.place, { force: true });
  }
}

async function receive(part: MultipartFile, folder: string): Promise<Upload> {
  const name = shownName(part.filename ?? '');
  const kind = kindByName(name);
  if (kind === undefined)
    throw new Refusal(
      'unprocessable',
      `“${name}” is not of a kind that is taken; expected ${FILE_TYPES_IN_WORDS}.`,
    );
  const written = await writeAside(part.file, folder, LARGEST_FILE, tooLarge);
  try {
    if (part.file.truncated) throw tooLarge();
    if (written.bytes === 0) throw new Refusal('unprocessable', `“${name}” is empty.`);
    if (!(await kindsByContent(written)).includes(kind))
      throw new Refusal(
        'unprocessable',
        `What is in “${name}” is not ${FILE_TYPES[kind].name}, or not without scripts or macros.`,
      );
    const { place, bytes, sha256 } = written;
    return { place, bytes, sha256, name, media: FILE_TYPES[kind].media };
  } catch (error) {
    await rm(written.place, { force: true });
    throw error;
  }
}

const tooLarge = () => new Refusal('payload_too_large', 'The file is larger than 50 MB.');
const oneFile = () =>
  new Refusal('bad_request', 'The form is wrong; expected one file under the name “file”.');

/** What the reader of forms refuses by itself, and a form that breaks off. */
function asRefusal(error: unknown): unknown {
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (error instanceof Refusal) return error;
  if (code === 'FST_REQ_FILE_TOO_LARGE') return tooLarge();
  if (typeof code === 'string' && /^FST_(FILES|PARTS|FIELDS)_LIMIT$/.test(code)) return oneFile();
  if (
    (typeof code === 'string' && (code.startsWith('FST_') || code === 'ERR_STREAM_PREMATURE_CLOSE')) ||
    /multipart|Malformed|Unexpected end|boundary|Premature/i.test(String(message))
  )
    return new Refusal('bad_request', 'The form cannot be read; expected multipart/form-data with one file.');
  return error;
}
