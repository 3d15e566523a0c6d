import fc from 'fast-check';
import { expect, test } from 'vitest';
import { utf8Decoder } from './utf8.ts';

function decode(pieces: readonly Buffer[]) {
  const decoder = utf8Decoder();
  let text = '';
  for (const [i, piece] of [...pieces, Buffer.alloc(0)].entries()) {
    const part = decoder.decode(piece, i === pieces.length);
    text += part.text;
    if (part.bad !== undefined) return { text, bad: part.bad };
  }
  return { text, bad: undefined };
}

test.each([
  ['text', Buffer.from('a é 😀'), 'a é 😀', undefined],
  ['a byte order mark', Buffer.from('\ufeffkey'), 'key', undefined],
  ['a second byte order mark, which is text', Buffer.from('\ufeff\ufeffkey'), '\ufeffkey', undefined],
  ['Latin-1', Buffer.from('caf\xe9, x', 'latin1'), 'caf', 0xe9],
  ['UTF-16', Buffer.from('\ufeffkey', 'utf16le'), '', 0xff],
  ['a character cut at the end', Buffer.from('ab😀').subarray(0, 5), 'ab', 0xf0],
  ['half a surrogate pair', Buffer.from([0x61, 0xed, 0xa0, 0x80]), 'a', 0xed],
  ['an overlong form', Buffer.from([0x61, 0xc0, 0xaf]), 'a', 0xc0],
  ['a continuation by itself', Buffer.from([0x61, 0x62, 0x80]), 'ab', 0x80],
])('%s', (_, bytes, text, bad) => {
  expect(decode([bytes])).toEqual({ text, bad });
});

test('how the bytes are cut does not matter', () => {
  const anyBytes = fc.oneof(
    fc.string({ unit: fc.constantFrom('a', 'é', '€', '😀', '\ufeff') }).map((text) => Buffer.from(text)),
    fc.uint8Array().map((bytes) => Buffer.from(bytes)),
  );
  fc.assert(
    fc.property(anyBytes, fc.array(fc.nat(20)), (bytes, lengths) => {
      const pieces: Buffer[] = [];
      let rest: Buffer = bytes;
      for (const length of lengths) {
        pieces.push(rest.subarray(0, length));
        rest = rest.subarray(length);
      }
      expect(decode([...pieces, rest])).toEqual(decode([bytes]));
    }),
  );
});
