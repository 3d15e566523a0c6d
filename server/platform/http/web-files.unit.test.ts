import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveWebFiles } from './web-files.ts';

let outer: string;
let app: FastifyInstance;

beforeAll(async () => {
  outer = mkdtempSync(path.join(os.tmpdir(), 'quarterdeck-web-'));
  const folder = path.join(outer, 'web');
  mkdirSync(path.join(folder, 'assets'), { recursive: true });
  writeFileSync(path.join(outer, 'secret.txt'), 'secret');
  writeFileSync(path.join(folder, 'index.html'), '<title>Quarterdeck</title>');
  writeFileSync(path.join(folder, 'mark.svg'), '<svg/>');
  writeFileSync(path.join(folder, 'assets', 'main-1a2b.js'), 'plain');
  writeFileSync(path.join(folder, 'assets', 'main-1a2b.js.br'), 'packed');
  app = Fastify();
  await serveWebFiles(app, folder);
});
afterAll(async () => {
  await app.close();
  rmSync(outer, { recursive: true, force: true });
});

test('a file that carries its hash is kept for a year, the others are asked for again', async () => {
  expect((await app.inject('/assets/main-1a2b.js')).headers['cache-control']).toContain('immutable');
  expect((await app.inject('/mark.svg')).headers['cache-control']).toBe('no-cache');
});

test('a file that was compressed beforehand is sent so to those who can read it', async () => {
  const ask = (encoding: string) =>
    app.inject({ url: '/assets/main-1a2b.js', headers: { 'accept-encoding': encoding } });
  expect([(await ask('gzip, br')).headers['content-encoding'], (await ask('gzip, br')).body]).toEqual([
    'br',
    'packed',
  ]);
  expect([(await ask('identity')).headers['content-encoding'], (await ask('identity')).body]).toEqual([
    undefined,
    'plain',
  ]);
});

test.each(['/', '/dashboard', '/customers/acme?tab=health', '/invitations/abc'])(
  '%s is a page of the screens',
  async (url) => {
    const page = await app.inject(url);
    expect([page.statusCode, page.headers['cache-control']]).toEqual([200, 'no-cache']);
    expect(page.body).toContain('Quarterdeck');
  },
);

test.each(['/api', '/api/v1/nothing', '/assets/main-0000.js', '/../secret.txt', '/..%2fsecret.txt'])(
  '%s is not',
  async (url) => {
    const answer = await app.inject(url);
    expect(answer.body).not.toContain('secret');
    if (!answer.body.includes('<title>')) expect(answer.json().error.code).toBe('not_found');
    else expect(url).toContain('secret');
  },
);

test('nothing but looking is possible at a page', async () => {
  expect((await app.inject({ method: 'POST', url: '/dashboard' })).statusCode).toBe(404);
});
