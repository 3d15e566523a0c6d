import { randomBytes } from 'node:crypto';
import { slug } from '../../../domain/text/slug.ts';

/**
 * Keys for a new row, to be tried in turn until one is free: made from its name, then numbered, then with a random end.
 * A name that cannot be written in ASCII gets random keys.
 */
export function* newKeys(name: string): Generator<string, never> {
  const base = slug(name);
  if (base !== null) {
    yield base;
    for (let number = 2; number < 10; number++) yield `${base}-${number}`;
  }
  for (;;) yield `${base === null ? '' : `${base}-`}${randomBytes(6).toString('hex')}`;
}

/** The first of them that none of these things has. */
export function freeKey(name: string, taken: readonly { readonly id: string }[]): string {
  const ids = new Set(taken.map(({ id }) => id));
  for (const key of newKeys(name)) if (!ids.has(key)) return key;
  throw new Error('there is no end of keys');
}
