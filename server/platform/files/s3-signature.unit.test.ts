import { expect, test } from 'vitest';
import { EMPTY_SHA256, s3Authorization } from './s3-signature.ts';

/** The examples of Amazon's page "Signature Calculations for the Authorization Header" with their published signatures. */
const key = {
  region: 'us-east-1',
  accessKey: 'AKIAIOSFODNN7EXAMPLE',
  secretKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};
const at = '20130524T000000Z';
const host = 'examplebucket.s3.amazonaws.com';
const common = { host, 'x-amz-content-sha256': EMPTY_SHA256, 'x-amz-date': at };

test('a download is signed as Amazon’s example is', () => {
  const headers = { ...common, range: 'bytes=0-9' };
  const request = {
    method: 'GET',
    url: new URL(`https://${host}/test.txt`),
    headers,
    sha256: EMPTY_SHA256,
    at,
  } as const;
  expect(s3Authorization(key, request)).toContain(
    'Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  );
});

test('an upload is signed as Amazon’s example is, with a $ in its name', () => {
  const sha256 = '44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072';
  const headers = {
    ...common,
    'x-amz-content-sha256': sha256,
    date: 'Fri, 24 May 2013 00:00:00 GMT',
    'x-amz-storage-class': 'REDUCED_REDUNDANCY',
  };
  const request = {
    method: 'PUT',
    url: new URL(`https://${host}/test$file.text`),
    headers,
    sha256,
    at,
  } as const;
  expect(s3Authorization(key, request)).toContain(
    'Signature=98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
  );
});

test('a list is signed as Amazon’s example is', () => {
  const url = new URL(`https://${host}/?max-keys=2&prefix=J`);
  const request = { method: 'GET', url, headers: common, sha256: EMPTY_SHA256, at } as const;
  expect(s3Authorization(key, request)).toContain(
    'Signature=34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
  );
});
