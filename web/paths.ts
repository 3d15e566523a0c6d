import type { RawSearch } from './ui/search-text.ts';

/** Every link of the screens, as what the router's Link and navigate take. */
export const paths = {
  home: () => ({ to: '/' }) as const,
  setup: () => ({ to: '/setup' }) as const,
  signIn: (next?: string) => ({ to: '/sign-in', search: next ? { next: [next] } : {} }) as const,
  dashboard: (search: RawSearch = {}) => ({ to: '/dashboard', search }) as const,
  customers: () => ({ to: '/customers', search: {} }) as const,
  customer: (id: string) => ({ to: '/customers/$id', params: { id } }) as const,
  settings: () => ({ to: '/settings' }) as const,
  users: () => ({ to: '/settings/users' }) as const,
  importExport: () => ({ to: '/settings/import-export' }) as const,
  account: () => ({ to: '/account' }) as const,
};
