import { setUp } from './set-up/set-up.mjs';

/** `npm run build`: dependencies and dist/, where they are not up to date. */
await setUp();
