import { Text } from '@mantine/core';
import CircleCheck from 'lucide-react/icons/circle-check';
import CircleX from 'lucide-react/icons/circle-x';
import type { testConnection } from '../../contract/connections.ts';
import type { ResponseOf } from '../../contract/endpoint.ts';
import classes from './connections.module.css';
import { KINDS } from './run-words.ts';

/** What the credentials may read, kind by kind, and what to do where they may not. */
export function PermissionReport({ permissions }: ResponseOf<typeof testConnection>) {
  return (
    <ul className={classes.permissions} aria-label="What the credentials may read">
      {permissions.map(({ kind, allowed, message }) => (
        <li key={kind}>
          {allowed ? (
            <CircleCheck size={16} color="var(--mantine-color-teal-text)" aria-label="Allowed" />
          ) : (
            <CircleX size={16} color="var(--mantine-color-error)" aria-label="Not allowed" />
          )}
          <Text fz="sm" fw={550}>
            {kind === 'sign in' ? 'Sign-in' : KINDS[kind]}
          </Text>
          <Text fz="sm" c="dimmed">
            {message}
          </Text>
        </li>
      ))}
    </ul>
  );
}
