import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { FileStore } from './file-store.ts';
import { EMPTY_SHA256, type S3Key, type S3Request, s3Authorization } from './s3-signature.ts';

export interface S3Settings extends S3Key {
  /** The address of the service, without the bucket. */
  readonly endpoint: string;
  readonly bucket: string;
}

interface Body {
  readonly place: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Storage that stays silent for so long is given up. Milliseconds. */
const patience = 60_000;

/** Keeps files in a bucket of S3-compatible storage, by path (`<endpoint>/<bucket>/<name>`), which every vendor knows. */
export function s3Store(settings: S3Settings, drafts: string): FileStore {
  const bucket = new URL(`${settings.endpoint.replace(/\/+$/, '')}/${encodeURIComponent(settings.bucket)}`);
  const send = async (
    method: S3Request['method'],
    name: string,
    query: Record<string, string>,
    body?: Body,
  ) => {
    const url = new URL(name === '' ? bucket : `${bucket}/${name}`);
    for (const [key, value] of Object.entries(query)) url.searchParams.set(key, value);
    const answer = await exchange(settings, method, url, body);
    const status = answer.statusCode ?? 0;
    if (status >= 200 && status < 300) return answer;
    const said = (await text(answer)).slice(0, 500);
    throw new Error(`the storage ${bucket.host} answered ${method} with ${status}: ${said}`);
  };
  return {
    drafts,
    async keep(name, draft) {
      await text(await send('PUT', name, {}, draft));
      await rm(draft.place, { force: true });
    },
    open: (name) => send('GET', name, {}),
    async remove(name) {
      await text(await send('DELETE', name, {}));
    },
    async *keptBefore(workspace, moment) {
      let after: string | undefined;
      do {
        const answer = await send('GET', '', {
          'list-type': '2',
          prefix: `${workspace}/`,
          ...(after ? { 'start-after': after } : {}),
        });
        const page = await text(answer);
        const found = [...page.matchAll(/<Contents>(.*?)<\/Contents>/gs)].map(([, entry = '']) => entry);
        for (const entry of found) {
          after = tagOf(entry, 'Key');
          if (new Date(tagOf(entry, 'LastModified')) < moment) yield after;
        }
        if (tagOf(page, 'IsTruncated') !== 'true' || found.length === 0) return;
      } while (after !== undefined);
    },
  };
}

/** Our own names hold nothing that XML would write otherwise. */
function tagOf(xml: string, tag: string): string {
  return new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(xml)?.[1] ?? '';
}

async function exchange(
  key: S3Key,
  method: S3Request['method'],
  url: URL,
  body: Body | undefined,
): Promise<IncomingMessage> {
  const at = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  const sha256 = body?.sha256 ?? EMPTY_SHA256;
  const signed = { host: url.host, 'x-amz-content-sha256': sha256, 'x-amz-date': at };
  const headers = {
    ...signed,
    authorization: s3Authorization(key, { method, url, headers: signed, sha256, at }),
    'content-length': String(body?.bytes ?? 0),
  };
  const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, { method, headers });
  request.setTimeout(patience, () => request.destroy(new Error(`the storage ${url.host} does not answer`)));
  const answer = new Promise<IncomingMessage>((resolve, reject) => {
    request.once('response', resolve).once('error', reject);
  });
  answer.catch(() => undefined); // awaited below, or the upload has failed first
  await pipeline(body ? createReadStream(body.place) : Readable.from([]), request);
  return answer;
}
