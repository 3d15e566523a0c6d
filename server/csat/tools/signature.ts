import { createHmac, timingSafeEqual } from 'node:crypto';

/** Whether a header's value is the HMAC-SHA256 of a body under a secret: hexadecimal or Base64, perhaps after `sha256=`. */
export function isSigned(body: Buffer, secret: string, header: string | undefined): boolean {
  const value = header?.trim().replace(/^sha256=/i, '') ?? '';
  const given = Buffer.from(value, /^[0-9a-f]{64}$/i.test(value) ? 'hex' : 'base64');
  const expected = createHmac('sha256', secret).update(body).digest();
  return given.length === expected.length && timingSafeEqual(given, expected);
}
