import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answers, claimSocket, latestSocket } from './embedded-socket.ts';

describe('claiming the socket of a data folder', () => {
  let folder: string;
  let servers: net.Server[];
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'quarterdeck-test-'));
    servers = [];
  });
  afterEach(() => {
    for (const server of servers) server.close();
    rmSync(folder, { recursive: true });
  });

  async function claim(): Promise<net.Server | undefined> {
    const server = net.createServer((socket) => socket.destroy());
    servers.push(server);
    return (await claimSocket(folder, server)) ? server : undefined;
  }
  const claimMany = async () =>
    (await Promise.all(Array.from({ length: 30 }, claim))).filter((server) => server !== undefined);
  const listens = () => {
    const socket = latestSocket(folder);
    return socket ? answers(socket, 'listens') : false;
  };

  it('has one winner however many try at once, again and again', async () => {
    for (let host = 0; host < 10; host += 1) {
      const winners = await claimMany();
      expect(winners).toHaveLength(1);
      expect(await listens()).toBe(true);
      expect(await claimMany()).toEqual([]);
      winners[0]?.close();
      expect(await listens()).toBe(false);
    }
  });

  it('leaves the last number in the folder, and nothing else', async () => {
    await claimMany();
    expect(readdirSync(folder)).toEqual(['.s.PGSQL.5432']);
    for (const server of servers) server.close();
    await claimMany();
    expect(readdirSync(folder)).toEqual(['.s.PGSQL.5433']);
  });

  it('passes by what is no socket of ours', async () => {
    for (const name of ['.s.PGSQL.5432', '.s.PGSQL.9.lock', 'notes'])
      writeFileSync(path.join(folder, name), '');
    expect(await claim()).toBeDefined();
    expect(latestSocket(folder)?.number).toBe(5433);
  });
});
