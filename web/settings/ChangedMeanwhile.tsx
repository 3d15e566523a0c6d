import { Alert } from '@mantine/core';
import GitMerge from 'lucide-react/icons/git-merge';
import type { Conflict } from '../api/conflict.ts';
import { formatMoment } from '../ui/days.ts';

interface ChangedMeanwhileProps {
  /** Null: nobody has changed anything. */
  readonly changed: Conflict<unknown>['changed'];
  /** What was changed, such as "exclusions". */
  readonly what: string;
}

/** Said when another administrator was faster: their change stands below, one's own is still to be saved. */
export function ChangedMeanwhile({ changed, what }: ChangedMeanwhileProps) {
  if (!changed) return null;
  return (
    <Alert
      role="alert"
      mb="md"
      color="yellow"
      variant="light"
      icon={<GitMerge size={18} aria-hidden />}
      title={`${changed.by?.name ?? 'Somebody else'} changed the ${what} while you were editing (${formatMoment(changed.at)})`}
    >
      Nothing of yours is saved yet. Below stands what they saved, with your changes on top. Look it over,
      then save again.
    </Alert>
  );
}
