import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import type { Goal } from '../../contract/goals.ts';
import { useMay } from '../me/queries.ts';
import { EmptyNote, LoadFailed } from '../ui/Notes.tsx';
import { Panel } from '../ui/Panel.tsx';
import { GoalCard } from './GoalCard.tsx';
import { GoalModal } from './GoalModal.tsx';
import classes from './goals.module.css';
import { goalsQuery } from './queries.ts';
import { RemoveGoal } from './RemoveGoal.tsx';

type Doing = { readonly what: 'add' } | { readonly what: 'edit' | 'remove'; readonly goal: Goal };

/** What a client wants to reach: what is open by its date, then what was reached or dropped. */
export function GoalsPage() {
  const { id } = useParams({ from: '/app/customers/$id' });
  const mayEdit = useMay('edit_companies');
  const goals = useQuery(goalsQuery(id));
  const [doing, setDoing] = useState<Doing | null>(null);
  if (goals.error && !goals.data)
    return <LoadFailed error={goals.error} onRetry={() => void goals.refetch()} />;
  if (!goals.data) return <Skeleton h={360} />;
  const close = () => setDoing(null);
  const add = mayEdit ? (
    <Button leftSection={<Plus size={15} aria-hidden />} onClick={() => setDoing({ what: 'add' })}>
      Add goal
    </Button>
  ) : null;
  const categories = [...new Set(goals.data.flatMap(({ category }) => category ?? []))].sort();
  const open = goals.data.filter(({ state }) => state === 'open');
  const over = goals.data.filter(({ state }) => state !== 'open');
  const cards = (list: readonly Goal[]) => (
    <div className={classes.list}>
      {list.map((goal) => (
        <GoalCard
          key={goal.id}
          goal={goal}
          onEdit={() => setDoing({ what: 'edit', goal })}
          onRemove={() => setDoing({ what: 'remove', goal })}
        />
      ))}
    </div>
  );
  return (
    <div className={classes.page}>
      {goals.data.length === 0 ? (
        <EmptyNote title="No goals yet" action={add}>
          What does this client want to reach, and by when? Recommendations can then be linked to the goal
          that they serve.
        </EmptyNote>
      ) : (
        <Panel title="Open goals" actions={add}>
          {open.length === 0 ? 'All goals are reached or dropped.' : cards(open)}
        </Panel>
      )}
      {over.length > 0 ? <Panel title="Reached and dropped">{cards(over)}</Panel> : null}
      {doing?.what === 'add' || doing?.what === 'edit' ? (
        <GoalModal
          company={id}
          goal={doing.what === 'edit' ? doing.goal : null}
          categories={categories}
          onClose={close}
        />
      ) : null}
      {doing?.what === 'remove' ? <RemoveGoal goal={doing.goal} onClose={close} /> : null}
    </div>
  );
}
