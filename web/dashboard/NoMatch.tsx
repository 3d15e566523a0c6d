import { Button } from '@mantine/core';
import { EmptyNote } from '../ui/Notes.tsx';
import { appliedFilters, type DashboardView, withoutFilters } from './view.ts';

interface NoMatchProps {
  readonly view: DashboardView;
  readonly onChange: (change: Partial<DashboardView>) => void;
}

/** Said where the six elements would stand, when there is no company to show. */
export function NoMatch({ view, onChange }: NoMatchProps) {
  if (appliedFilters(view).length === 0) {
    return (
      <EmptyNote title="No current customers">
        The dashboard shows companies that are in onboarding or active. You see none that is.
      </EmptyNote>
    );
  }
  return (
    <EmptyNote
      title="No company passes these filters"
      action={
        <Button variant="default" mt="xs" onClick={() => onChange(withoutFilters(view))}>
          Clear filters
        </Button>
      }
    >
      Take a value away, or add another to the same filter: values within one filter are alternatives.
    </EmptyNote>
  );
}
