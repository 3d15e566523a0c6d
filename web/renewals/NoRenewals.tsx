import { Button } from '@mantine/core';
import { appliedFilters, NO_FILTERS } from '../dashboard/filters.ts';
import { EmptyNote } from '../ui/Notes.tsx';
import type { RenewalsView } from './renewals-view.ts';

interface NoRenewalsProps {
  readonly view: RenewalsView;
  readonly onChange: (change: Partial<RenewalsView>) => void;
}

/** Said where the renewals would stand if any contract ended that soon. */
export function NoRenewals({ view, onChange }: NoRenewalsProps) {
  const filtered = appliedFilters(view).length > 0;
  return (
    <EmptyNote
      title={`No contract ends within ${view.within} days`}
      action={
        filtered ? (
          <Button variant="default" mt="xs" onClick={() => onChange(NO_FILTERS)}>
            Clear filters
          </Button>
        ) : null
      }
    >
      {filtered
        ? 'None of the customers that pass these filters has one that does.'
        : 'A contract comes up here when it has an end, is in force and is not excluded.'}
    </EmptyNote>
  );
}
