import { urlOf } from '../api/call.ts';

/** Where bundles go in and out, and where the demo portfolio is loaded. */
export const bundleUrl = urlOf({ path: '/bundle' });
export const demoUrl = urlOf({ path: '/demo' });
