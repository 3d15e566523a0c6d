import { Button, SegmentedControl, Text } from '@mantine/core';
import { useState } from 'react';
import type { Onboarding, OnboardingTask } from '../../contract/onboarding.ts';
import { SIDES, type Side } from '../../domain/onboarding/sides.ts';
import type { Doing } from './OnboardingPanel.tsx';
import classes from './onboarding.module.css';
import { SIDE_NAMES } from './side-names.ts';
import { TaskLine } from './TaskLine.tsx';

interface TaskListProps {
  readonly onboarding: Onboarding;
  /** Null: for somebody who only reads. */
  readonly onDo: ((doing: Doing) => void) | null;
}

/**
 * The tasks as they are due, of both sides or of one. What is done already is put aside until somebody wants to see it; what is
 * ticked off here stays in its place.
 */
export function TaskList({ onboarding: { tasks, progress }, onDo }: TaskListProps) {
  const [side, setSide] = useState<Side | 'both'>('both');
  const [aside, setAside] = useState<ReadonlySet<string>>(() => doneOf(tasks));
  const chosen = tasks.filter((task) => side === 'both' || task.side === side);
  const shown = chosen.filter(({ id, done }) => !done || !aside.has(id));
  const hidden = chosen.length - shown.length;
  const shownDone = shown.filter(({ done }) => done).length;
  return (
    <>
      <div className={classes.tools}>
        <SegmentedControl
          aria-label="Whose tasks"
          size="xs"
          data={[
            { value: 'both', label: `Both sides ${progress.all}` },
            ...SIDES.map((value) => ({ value, label: `${SIDE_NAMES[value]} ${progress.sides[value].all}` })),
          ]}
          value={side}
          onChange={(value) => setSide(value as Side | 'both')}
        />
        {hidden > 0 ? (
          <Button size="compact-sm" variant="subtle" onClick={() => setAside(new Set())}>
            Show {hidden} done
          </Button>
        ) : null}
        {hidden === 0 && shownDone > 0 ? (
          <Button size="compact-sm" variant="subtle" onClick={() => setAside(doneOf(tasks))}>
            Hide {shownDone} done
          </Button>
        ) : null}
      </div>
      <ul className={classes.tasks} aria-label="Onboarding tasks">
        {shown.map((task) => (
          <TaskLine key={task.id} task={task} onDo={onDo} />
        ))}
      </ul>
      {shown.length === 0 ? (
        <Text fz="sm" c="dimmed" mt="xs">
          {hidden > 0 ? 'All of them are done.' : 'None'}
        </Text>
      ) : null}
    </>
  );
}

const doneOf = (tasks: readonly OnboardingTask[]): ReadonlySet<string> =>
  new Set(tasks.filter(({ done }) => done).map(({ id }) => id));
