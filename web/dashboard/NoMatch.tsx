import { Button } from '@mantine/core';
import { EmptyNote } from '../ui/Notes.tsx';
import { appliedFilters, type Filters, NO_FILTERS } from './filters.ts';

interface NoMatchProps {
  readonly view: Filters;
  readonly onChange: (change: Partial<Filters>) => void;
}

/** Said where figures would stand, when there is no company to show. */
export function NoMatch({ view, onChange }: NoMatchProps) {
  if (appliedFilters(view).length === 0) {
    return (
      <EmptyNote title="No current customers">
        Companies that are in onboarding or active are shown here. You see none that is.
      </EmptyNote>
    );
  }
  return (
    <EmptyNote
      title="No company passes these filters"
      action={
        <Button variant="default" mt="xs" onClick={() => onChange(NO_FILTERS)}>
          Clear filters
        </Button>
      }
    >
      Take a value away, or add another to the same filter: values within one filter are alternatives.
    </EmptyNote>
  );
}
