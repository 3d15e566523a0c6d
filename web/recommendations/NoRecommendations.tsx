import { Button } from '@mantine/core';
import { EmptyNote } from '../ui/Notes.tsx';
import { filterCount, NO_FILTERS, type RecommendationsView } from './recommendations-view.ts';

interface NoRecommendationsProps {
  readonly view: RecommendationsView;
  readonly onChange: (part: Partial<RecommendationsView>) => void;
  readonly onRecommend?: () => void;
}

/** Said where no recommendation is left to be shown. */
export function NoRecommendations({ view, onChange, onRecommend }: NoRecommendationsProps) {
  if (filterCount(view) > 0)
    return (
      <EmptyNote
        title="No recommendation fits these filters"
        action={
          <Button variant="default" mt="xs" onClick={() => onChange(NO_FILTERS)}>
            Clear filters
          </Button>
        }
      />
    );
  return (
    <EmptyNote
      title={
        view.layout === 'table' && view.shown === 'closed'
          ? 'None is closed yet'
          : 'Nothing is recommended yet'
      }
      action={
        onRecommend ? (
          <Button mt="xs" onClick={onRecommend}>
            Recommend something
          </Button>
        ) : null
      }
    >
      A recommendation says what a client should do next, what it costs them and when. Its lines are the
      opportunity of their stack items, and make the roadmap and the budget.
    </EmptyNote>
  );
}
