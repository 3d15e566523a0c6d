import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** What test runs make and keep for the next ones; safe to delete. */
export const cache = fileURLToPath(new URL('../../.cache/test-programs/', import.meta.url));
