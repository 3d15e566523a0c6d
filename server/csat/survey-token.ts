import { createHmac, timingSafeEqual } from 'node:crypto';

/** Of the signature so many bytes are in the link: 128 bits, not to be guessed. */
const SIGNATURE = 16;

/** What stands in a survey's link: its id and the server's signature of it. */
export function surveyToken(key: Buffer, id: string): string {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
  return Buffer.concat([bytes, signature(key, bytes)]).toString('base64url');
}

/** The survey whose link this is; null for what the server has not signed. */
export function surveyOfToken(key: Buffer, token: string): string | null {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== 16 + SIGNATURE || bytes.toString('base64url') !== token) return null;
  const id = bytes.subarray(0, 16);
  if (!timingSafeEqual(bytes.subarray(16), signature(key, id))) return null;
  return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function signature(key: Buffer, id: Buffer): Buffer {
  return createHmac('sha256', key).update(id).digest().subarray(0, SIGNATURE);
}
