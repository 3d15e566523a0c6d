import type { RawSearch } from '../ui/search-text.ts';

/** The contracts page with the active contracts alone. */
export const ACTIVE_ONLY: RawSearch = { show: ['active'] };
