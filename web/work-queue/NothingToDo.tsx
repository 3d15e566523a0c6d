import { Button } from '@mantine/core';
import type { WorkQueue } from '../../contract/work-queue.ts';
import { EmptyNote } from '../ui/Notes.tsx';
import { formatCount } from '../ui/numbers.ts';
import { type HomeView, WHOLE_QUEUE } from './home-view.ts';

interface NothingToDoProps {
  readonly view: HomeView;
  readonly queue: WorkQueue;
  readonly onChange: (part: Partial<HomeView>) => void;
}

/** Said where the items would stand if there were any. */
export function NothingToDo({ view, queue, onChange }: NothingToDoProps) {
  const button = (label: string, part: Partial<HomeView>) => (
    <Button variant="default" mt="xs" onClick={() => onChange(part)}>
      {label}
    </Button>
  );
  if (view.kinds.length > 0 || view.urgencies.length > 0 || view.company !== null)
    return (
      <EmptyNote
        title="Nothing passes these filters"
        action={button('Clear filters', { kinds: [], urgencies: [], company: null })}
      >
        There is nothing of these kinds about this company or of this owner.
      </EmptyNote>
    );
  if (view.aside)
    return (
      <EmptyNote title="Nothing is set aside" action={button('What is to do', { aside: false })}>
        What is done, snoozed or dismissed is kept here until there is another reason for it.
      </EmptyNote>
    );
  if (queue.all === 0)
    return (
      <EmptyNote title="All clear">
        Nobody waits for you. Pulse checks, promises, renewals and falling health come up here by themselves.
      </EmptyNote>
    );
  return (
    <EmptyNote title="All clear" action={button('Show everybody’s', { ...WHOLE_QUEUE, who: 'all' })}>
      Nothing is to do here; {formatCount(queue.all, 'item waits', 'items wait')} for colleagues or have no
      owner.
    </EmptyNote>
  );
}
