import { createHash, createHmac } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FileStore } from './file-store.ts';
import { s3Store } from './s3.ts';
import { writeAside } from './write-aside.ts';

const secretKey = 'a secret/key+';
const settings = { bucket: 'uploads', accessKey: 'AK', secretKey, region: 'eu-central-1' };
const workspace = crypto.randomUUID();
const names = Array.from({ length: 5 }, (_, i) => `${workspace}/${String(i).repeat(40)}`);

/** A storage of its own: checks signature and checksum of every request as the protocol has it, pages by two. */
const objects = new Map<string, Buffer>();
let storage: Server;
let folder: string;
let store: FileStore;

beforeAll(async () => {
  storage = createServer((request, response) => {
    void answer(request).then(([status, body]) => response.writeHead(status).end(body));
  });
  await new Promise<void>((resolve) => storage.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(storage.address() as AddressInfo).port}/`;
  folder = await mkdtemp(path.join(os.tmpdir(), 'quarterdeck-s3-'));
  store = s3Store({ ...settings, endpoint }, folder);
});
afterAll(async () => {
  storage.close();
  await rm(folder, { recursive: true });
});

async function answer(request: IncomingMessage): Promise<readonly [number, string | Buffer]> {
  const body = await buffer(request);
  const url = new URL(request.url!, `http://${request.headers.host}`);
  if (!isSigned(request, url, body)) return [403, '<Error><Code>SignatureDoesNotMatch</Code></Error>'];
  const name = url.pathname.replace(/^\/uploads\/?/, '');
  if (request.method === 'PUT') objects.set(name, body);
  if (request.method === 'DELETE') objects.delete(name);
  if (name === '') return [200, listing(url.searchParams)];
  if (request.method !== 'GET') return [204, ''];
  const found = objects.get(name);
  return found ? [200, found] : [404, '<Error><Code>NoSuchKey</Code></Error>'];
}

function isSigned({ method, headers }: IncomingMessage, url: URL, body: Buffer): boolean {
  const sha256 = createHash('sha256').update(body).digest('hex');
  const date = String(headers['x-amz-date']);
  const lines = [
    method,
    url.pathname,
    [...url.searchParams]
      .map((pair) => pair.map(encodeURIComponent).join('='))
      .sort()
      .join('&'),
    `host:${headers.host}`,
    `x-amz-content-sha256:${sha256}`,
    `x-amz-date:${date}`,
    '',
    'host;x-amz-content-sha256;x-amz-date',
    sha256,
  ];
  const scope = [date.slice(0, 8), settings.region, 's3', 'aws4_request'];
  let key: Buffer = Buffer.from(`AWS4${secretKey}`);
  for (const step of scope) key = createHmac('sha256', key).update(step).digest();
  const request = createHash('sha256').update(lines.join('\n')).digest('hex');
  const signature = createHmac('sha256', key)
    .update(['AWS4-HMAC-SHA256', date, scope.join('/'), request].join('\n'))
    .digest('hex');
  return (
    String(headers.authorization).endsWith(`Signature=${signature}`) &&
    Math.abs(Date.parse(date.replace(/^(....)(..)(..T..)(..)/, '$1-$2-$3:$4:')) - Date.now()) < 900_000
  );
}

function listing(asked: URLSearchParams): string {
  const [after, prefix] = [asked.get('start-after') ?? '', asked.get('prefix') ?? ''];
  const rest = [...objects.keys()].sort().filter((name) => name > after && name.startsWith(prefix));
  const page = rest
    .slice(0, 2)
    .map(
      (name) =>
        `<Contents><Key>${name}</Key><LastModified>2026-11-20T10:00:00.000Z</LastModified></Contents>`,
    );
  return `<ListBucketResult><IsTruncated>${rest.length > 2}</IsTruncated>${page.join('')}</ListBucketResult>`;
}

const draft = (content: string) =>
  writeAside(
    (async function* () {
      yield Buffer.from(content);
    })(),
    folder,
    1000,
    () => new Error('too large'),
  );

it('keeps, gives back, lists page by page and removes files', async () => {
  for (const name of names) await store.keep(name, await draft(`content of ${name}`));
  await store.keep(`${crypto.randomUUID()}/${'9'.repeat(40)}`, await draft('of another workspace'));
  expect(objects.get(names[0]!)?.toString()).toBe(`content of ${names[0]}`);
  expect(await text(await store.open(names[3]!))).toBe(`content of ${names[3]}`);
  const listed = async (moment: string) => {
    const found: string[] = [];
    for await (const name of store.keptBefore(workspace, new Date(moment))) found.push(name);
    return found;
  };
  expect(await listed('2026-11-21T00:00:00Z')).toEqual(names);
  expect(await listed('2026-11-20T00:00:00Z')).toEqual([]);
  await store.remove(names[0]!);
  await store.remove(names[0]!);
  await expect(store.open(names[0]!)).rejects.toThrow('answered GET with 404');
});

it('says what the storage said when the key is wrong, or that nobody is there', async () => {
  const endpoint = `http://127.0.0.1:${(storage.address() as AddressInfo).port}`;
  const wrong = s3Store({ ...settings, endpoint, secretKey: 'other' }, folder);
  await expect(wrong.keep(names[0]!, await draft('x'))).rejects.toThrow('SignatureDoesNotMatch');
  const nobody = s3Store({ ...settings, endpoint: 'http://127.0.0.1:9' }, folder);
  await expect(nobody.keep(names[0]!, await draft('x'))).rejects.toThrow('ECONNREFUSED');
});
