import type { Role } from '../../domain/access/grants.ts';

/** The roles as a control offers them. */
export const ROLE_CHOICES: { value: Role; label: string }[] = [
  { value: 'admin', label: 'Admin: settings and users' },
  { value: 'member', label: 'Member: works on visible companies' },
  { value: 'viewer', label: 'Viewer: reads only' },
];
