/** The part of the PostgreSQL wire protocol (version 3) that the embedded engine's gate needs. */

const sslRequest = 80877103;
const gssRequest = 80877104;
const cancelRequest = 80877102;

/** Larger than any message PostgreSQL itself accepts: whoever sends this does not speak the protocol. */
const longestMessage = 1 << 30;

/** The message types after which the engine answers: Query, Sync, Flush, FunctionCall. */
const answered = new Set(['Q', 'S', 'H', 'F'].map((type) => type.charCodeAt(0)));
const terminate = 'X'.charCodeAt(0);

/**
 * What a client wants next. `batch` is a run of messages that ends with one the engine answers; `encryption` and
 * `cancel` come before or instead of `startup`.
 */
export type Request =
  | { kind: 'encryption' | 'cancel' | 'startup' | 'terminate' }
  | { kind: 'batch'; bytes: Buffer };

/**
 * Cuts one client's byte stream into requests. Takes chunks as they arrive and returns the requests completed by each;
 * throws when the stream is not the PostgreSQL protocol. Long messages are joined once, when their last byte is there.
 */
export function requestReader(): (chunk: Buffer) => Request[] {
  let started = false;
  let chunks: Buffer[] = [];
  let held = 0;
  let wanted = 4;
  let batch: Buffer[] = [];

  return (chunk) => {
    chunks.push(chunk);
    held += chunk.length;
    const requests: Request[] = [];
    if (held < wanted) return requests;
    const bytes = chunks.length === 1 ? chunk : Buffer.concat(chunks);
    let offset = 0;
    for (;;) {
      const header = started ? 5 : 4;
      wanted = header;
      if (bytes.length - offset < wanted) break;
      wanted = header - 4 + messageLength(bytes, offset + header - 4);
      if (bytes.length - offset < wanted) break;
      const message = bytes.subarray(offset, offset + wanted);
      offset += wanted;
      const request = started ? ordinary(message) : opening(message);
      if (request) requests.push(request);
    }
    chunks = offset < bytes.length ? [bytes.subarray(offset)] : [];
    held = bytes.length - offset;
    return requests;
  };

  function opening(message: Buffer): Request {
    const code = message.length >= 8 ? message.readUInt32BE(4) : 0;
    if (code === sslRequest || code === gssRequest) return { kind: 'encryption' };
    if (code === cancelRequest) return { kind: 'cancel' };
    if (code >>> 16 !== 3) throw new Error(`protocol version ${code >>> 16}.${code & 0xffff}, expected 3`);
    started = true;
    return { kind: 'startup' };
  }

  function ordinary(message: Buffer): Request | undefined {
    const type = message[0] as number;
    if (type === terminate) return { kind: 'terminate' };
    batch.push(message);
    if (!answered.has(type)) return undefined;
    const whole = batch.length === 1 ? message : Buffer.concat(batch);
    batch = [];
    return { kind: 'batch', bytes: whole };
  }
}

function messageLength(bytes: Buffer, offset: number): number {
  const length = bytes.readUInt32BE(offset);
  if (length < 4 || length > longestMessage) throw new Error(`a message of ${length} bytes`);
  return length;
}

/** A simple query, which may hold several statements. */
export function queryMessage(sql: string): Buffer {
  return message('Q', Buffer.from(`${sql}\0`));
}

export const syncMessage = message('S', Buffer.alloc(0));

/** Asks whether the connection may be encrypted; our engine answers with the single byte `N`. */
export const encryptionRequest = Buffer.from([0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f]);

/** The first message of a session, as a client with this user and database sends it. */
export function startupMessage(user: string, database: string): Buffer {
  const body = Buffer.from(`\0\0\0\0\0\x03\0\0user\0${user}\0database\0${database}\0\0`, 'latin1');
  body.writeUInt32BE(body.length, 0);
  return body;
}

/** An error that ends the session, as PostgreSQL words it: SQLSTATE and text. */
export function fatalMessage(code: string, text: string): Buffer {
  return message('E', Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${text}\0\0`));
}

function message(type: string, body: Buffer): Buffer {
  const whole = Buffer.alloc(5 + body.length);
  whole.write(type, 0, 'latin1');
  whole.writeUInt32BE(4 + body.length, 1);
  body.copy(whole, 5);
  return whole;
}

/** `I` idle, `T` in a transaction, `E` in a failed one. */
export type TransactionStatus = 'I' | 'T' | 'E';

/** Reads the transaction status where a complete answer ends: its last six bytes are the message ReadyForQuery. */
export function readyStatus(end: Buffer): TransactionStatus | undefined {
  const ready = end.length >= 6 && end.subarray(-6, -1).equals(readyHeader);
  return ready ? (String.fromCharCode(end[end.length - 1] as number) as TransactionStatus) : undefined;
}
const readyHeader = Buffer.from('Z\0\0\0\x05', 'latin1');
