import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  encryptionRequest,
  fatalMessage,
  queryMessage,
  type Request,
  readyStatus,
  requestReader,
  startupMessage,
  syncMessage,
} from './wire.ts';

const parse = Buffer.from('P\0\0\0\x10\0select 1\0\0\0', 'latin1');
const cancel = Buffer.from([0, 0, 0, 16, 0x04, 0xd2, 0x16, 0x2e, 0, 0, 0, 1, 0, 0, 0, 2]);
const terminate = Buffer.from('X\0\0\0\x04', 'latin1');
const startup = startupMessage('postgres', 'postgres');
const batch = (...messages: Buffer[]): Request => ({ kind: 'batch', bytes: Buffer.concat(messages) });

describe('reading what a client wants', () => {
  const session = [encryptionRequest, startup, queryMessage('select 1'), parse, syncMessage, terminate];
  const wanted: Request[] = [
    { kind: 'encryption' },
    { kind: 'startup' },
    batch(queryMessage('select 1')),
    batch(parse, syncMessage),
    { kind: 'terminate' },
  ];

  it('finds the same requests however the bytes arrive', () => {
    const bytes = Buffer.concat(session);
    const places = fc.uniqueArray(fc.integer({ min: 1, max: bytes.length - 1 }));
    fc.assert(
      fc.property(places, (cuts) => {
        const edges = [0, ...cuts.sort((a, b) => a - b), bytes.length];
        const read = requestReader();
        const found = edges.slice(1).flatMap((end, index) => read(bytes.subarray(edges[index], end)));
        expect(found).toEqual(wanted);
      }),
    );
  });

  it('joins a long query from many pieces', () => {
    const query = queryMessage(`select '${'x'.repeat(300_000)}'`);
    const read = requestReader();
    read(startup);
    const pieces = Array.from({ length: Math.ceil(query.length / 100) }, (_, i) =>
      query.subarray(i * 100, i * 100 + 100),
    );
    const found = pieces.map(read);
    expect(found.slice(0, -1).flat()).toEqual([]);
    const [request] = found.at(-1) ?? [];
    expect(request?.kind === 'batch' && request.bytes.equals(query)).toBe(true);
  });

  it('knows a request to cancel, which comes instead of a session', () => {
    expect(requestReader()(cancel)).toEqual([{ kind: 'cancel' }]);
  });

  it.each([
    ['an HTTP request', Buffer.from('GET / HTTP/1.1\r\nHost: x\r\n\r\n'), 'a message of 1195725856 bytes'],
    ['a length that no message has', Buffer.from([0, 0, 0, 3, 0, 0, 0, 0]), 'a message of 3 bytes'],
    ['protocol version 2', Buffer.from([0, 0, 0, 8, 0, 2, 0, 0]), 'protocol version 2.0, expected 3'],
  ])('refuses %s', (_, bytes, message) => {
    expect(() => requestReader()(bytes)).toThrow(message);
  });
});

describe('the transaction status at the end of an answer', () => {
  const ready = (status: string) => Buffer.from(`C\0\0\0\x0dSELECT 1\0Z\0\0\0\x05${status}`, 'latin1');

  it.each(['I', 'T', 'E'])('is %s', (status) => {
    expect(readyStatus(ready(status))).toBe(status);
  });

  it('is unknown where the answer does not end with ReadyForQuery', () => {
    expect(readyStatus(fatalMessage('57P01', 'gone'))).toBeUndefined();
    expect(readyStatus(Buffer.alloc(0))).toBeUndefined();
  });
});
