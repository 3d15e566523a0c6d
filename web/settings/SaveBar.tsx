import { Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { FormError } from '../ui/FormError.tsx';
import { LeaveGuard } from '../ui/LeaveGuard.tsx';
import classes from './settings.module.css';

interface SaveBarProps {
  /** What saving will do, in a few words; null: nothing has been changed. */
  readonly changes: ReactNode;
  /** What that does to the figures, once it is known. */
  readonly effect?: string | null;
  readonly pending: boolean;
  readonly error: unknown;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
  /** Changed, but not in a state that can be saved. */
  readonly incomplete?: boolean;
}

/** What a settings page is about to change, with Save; at the bottom, always in sight. Leaving unsaved changes is asked about. */
export function SaveBar(props: SaveBarProps) {
  const { changes, effect = null, pending, error, onSave, onDiscard, incomplete = false } = props;
  return (
    <section className={classes.saveBar} aria-label="Save">
      <LeaveGuard unsaved={changes !== null} title="Leave without saving?" action="Leave">
        What you changed on this page is not saved yet.
      </LeaveGuard>
      <FormError error={error} />
      <div className={classes.saveRow}>
        <div className={classes.changes} role="status">
          <Text fz="sm" c={changes === null ? 'dimmed' : ''}>
            {changes ?? 'No changes'}
          </Text>
          {changes !== null && effect !== null ? (
            <Text fz="xs" c="dimmed" className="qd-figures">
              {effect}
            </Text>
          ) : null}
        </div>
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
