import { isUtf8 } from 'node:buffer';

/** Decodes a file piece by piece. */
export interface Utf8Decoder {
  /** The text up to the first byte that is not UTF-8, which is `bad`. A character that a piece cuts waits for the next. */
  decode(piece: Buffer, last: boolean): { readonly text: string; readonly bad: number | undefined };
}

/** Strict: what is not UTF-8 is found, never replaced. A byte order mark at the start is left out. */
export function utf8Decoder(): Utf8Decoder {
  let waiting: Buffer = Buffer.alloc(0);
  let start = true;
  return {
    decode(piece, last) {
      let bytes = waiting.length > 0 ? Buffer.concat([waiting, piece]) : piece;
      const cut = last ? bytes.length : bytes.length - cutCharacter(bytes);
      waiting = bytes.subarray(cut);
      bytes = bytes.subarray(0, cut);
      if (start && bytes.length > 0) {
        if (bytes.subarray(0, 3).equals(MARK)) bytes = bytes.subarray(3);
        start = false;
      }
      if (isUtf8(bytes)) return { text: bytes.toString('utf8'), bad: undefined };
      const end = validLength(bytes);
      return { text: bytes.toString('utf8', 0, end), bad: bytes[end] };
    },
  };
}

const MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** How many bytes at the end begin a character that is not complete: 0 to 3. */
function cutCharacter(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte >= 0xc0) return sequenceLength(byte) > back ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}

function sequenceLength(lead: number): number {
  return lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

/** The length of the longest beginning that is UTF-8, character by character. */
function validLength(bytes: Buffer): number {
  let at = 0;
  while (at < bytes.length) {
    const next = at + sequenceLength(bytes[at]!);
    if (next > bytes.length || !isUtf8(bytes.subarray(at, next))) break;
    at = next;
  }
  return at;
}
