import { Alert, Text } from '@mantine/core';
import type { CompanyMetrics } from '../../contract/metrics.ts';
import type { Conflict } from '../api/conflict.ts';
import { formatDay, formatMoment } from '../ui/days.ts';
import classes from './metrics.module.css';

interface OverrideConflictProps {
  readonly conflict: Conflict<NonNullable<CompanyMetrics['status']>>;
}

/** Somebody else has set or ended an override while one's own was being written. */
export function OverrideConflict({ conflict: { current, changed } }: OverrideConflictProps) {
  const { override } = current;
  return (
    <Alert
      color="yellow"
      variant="light"
      role="alert"
      p="sm"
      title={`${changed?.by?.name ?? 'Somebody else'} changed the status${changed ? ` (${formatMoment(changed.at)})` : ''}`}
    >
      <Text fz="sm" className={classes.note ?? ''}>
        {override
          ? `It is set to ${override.status} until ${formatDay(override.expiresOn)}: ${override.reason}`
          : `It is not set by hand any more, and is ${current.name}.`}
      </Text>
      <Text fz="sm">Yours is not saved yet. Set it again to replace that.</Text>
    </Alert>
  );
}
