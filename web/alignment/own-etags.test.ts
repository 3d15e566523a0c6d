import { expect, test } from 'vitest';
import { ownEtags } from './own-etags.ts';

test('what was seen before one’s own saves is followed to the last of them', () => {
  const etags = ownEtags();
  etags.replaced('mfa', 'a', 'b');
  etags.replaced('mfa', 'b', 'c');
  expect(etags.now('mfa', 'a')).toBe('c');
  expect(etags.now('mfa', 'b')).toBe('c');
  expect(etags.now('edr', 'a')).toBe('a');
});

test('a cell that is set back to what it was has that ETag again', () => {
  const etags = ownEtags();
  etags.replaced('mfa', 'a', 'b');
  etags.replaced('mfa', 'b', 'a');
  expect(etags.now('mfa', 'a')).toBe('a');
  expect(etags.now('mfa', 'b')).toBe('a');
  etags.replaced('mfa', 'a', 'a');
  expect(etags.now('mfa', 'a')).toBe('a');
});

test('an ETag that somebody else made is left alone', () => {
  const etags = ownEtags();
  etags.replaced('mfa', 'a', 'b');
  expect(etags.now('mfa', 'theirs')).toBe('theirs');
});

test('one’s own states are known, and those that one was told of', () => {
  const etags = ownEtags();
  etags.replaced('mfa', 'a', 'b');
  etags.told('mfa', 'theirs');
  expect(['a', 'b', 'theirs'].map((etag) => etags.isKnown('mfa', etag))).toEqual([false, true, true]);
  expect(etags.isKnown('edr', 'b')).toBe(false);
});
