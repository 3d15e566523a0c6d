import { Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { FormError } from '../ui/FormError.tsx';
import { LeaveGuard } from './LeaveGuard.tsx';
import classes from './settings.module.css';

interface SaveBarProps {
  /** What saving will do, in a few words; null: nothing has been changed. */
  readonly changes: ReactNode;
  readonly pending: boolean;
  readonly error: unknown;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
  /** Changed, but not in a state that can be saved. */
  readonly incomplete?: boolean;
}

/** What a settings page is about to change, with Save; at the bottom, always in sight. Leaving unsaved changes is asked about. */
export function SaveBar({ changes, pending, error, onSave, onDiscard, incomplete = false }: SaveBarProps) {
  return (
    <section className={classes.saveBar} aria-label="Save">
      <LeaveGuard unsaved={changes !== null} />
      <FormError error={error} />
      <div className={classes.saveRow}>
        <Text fz="sm" c={changes === null ? 'dimmed' : ''} className={classes.changes ?? ''} role="status">
          {changes ?? 'No changes'}
        </Text>
        <Button variant="default" onClick={onDiscard} disabled={changes === null || pending}>
          Discard
        </Button>
        <Button color="blue.8" onClick={onSave} loading={pending} disabled={changes === null || incomplete}>
          Save
        </Button>
      </div>
    </section>
  );
}
