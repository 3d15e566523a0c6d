import { createHash, createHmac } from 'node:crypto';

/** Who signs, and for which region. */
export interface S3Key {
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
}

export interface S3Request {
  readonly method: 'GET' | 'PUT' | 'DELETE';
  readonly url: URL;
  /** Lower-case names; `host` and the `x-amz-` ones must be among them. */
  readonly headers: Readonly<Record<string, string>>;
  /** SHA-256 of the body, hexadecimal. */
  readonly sha256: string;
  /** `20130524T000000Z` */
  readonly at: string;
}

/** SHA-256 of nothing. */
export const EMPTY_SHA256 = createHash('sha256').update('').digest('hex');

/** The header Authorization of AWS Signature Version 4 for a request to S3. */
export function s3Authorization(key: S3Key, { method, url, headers, sha256, at }: S3Request): string {
  const names = Object.keys(headers).sort();
  const signed = names.join(';');
  const query = [...url.searchParams]
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join('&');
  const canonical = [
    method,
    url.pathname
      .split('/')
      .map((part) => encoded(decodeURIComponent(part)))
      .join('/'),
    query,
    ...names.map((name) => `${name}:${headers[name]!.trim()}`),
    '',
    signed,
    sha256,
  ].join('\n');
  const scope = `${at.slice(0, 8)}/${key.region}/s3/aws4_request`;
  const hash = createHash('sha256').update(canonical).digest('hex');
  const signingKey = scope.split('/').reduce<Buffer | string>(hmac, `AWS4${key.secretKey}`);
  const signature = hmac(signingKey, `AWS4-HMAC-SHA256\n${at}\n${scope}\n${hash}`).toString('hex');
  return `AWS4-HMAC-SHA256 Credential=${key.accessKey}/${scope},SignedHeaders=${signed},Signature=${signature}`;
}

function hmac(key: Buffer | string, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

/** As RFC 3986 has it: everything but letters, digits and `-._~`. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
