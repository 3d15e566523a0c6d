import { Button, Skeleton, Title } from '@mantine/core';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { Activity } from '../../contract/activity.ts';
import { EmptyNote, LoadFailed } from '../ui/Notes.tsx';
import { ActivityEntry } from './ActivityEntry.tsx';
import classes from './activity.module.css';
import { byDay } from './by-day.ts';

type Pages = InfiniteData<{ readonly items: readonly Activity[] }>;

interface ActivityLogProps {
  readonly activity: UseInfiniteQueryResult<Pages>;
  /** Each change says which company it was made to. */
  readonly withCompany: boolean;
  /** The level of the days' headings. */
  readonly headings: 2 | 3;
  /** Not every change is asked for. */
  readonly narrowed?: boolean;
}

/** Recorded changes in sentences, newest first, day by day; older ones are shown on demand. */
export function ActivityLog({ activity, withCompany, headings, narrowed = false }: ActivityLogProps) {
  const { data, error, hasNextPage, isFetchingNextPage } = activity;
  if (!data && error) return <LoadFailed error={error} onRetry={() => void activity.refetch()} />;
  if (!data) return <Skeleton h={320} />;
  const days = byDay(data.pages.flatMap(({ items }) => items));
  if (days.length === 0) {
    return narrowed ? (
      <EmptyNote title="Nothing was changed that fits these filters" />
    ) : (
      <EmptyNote title="Nothing has been changed yet">
        Every change is recorded from now on: who made it, when, and what stood there before and after.
      </EmptyNote>
    );
  }
  return (
    <>
      {days.map(({ day, changes }) => (
        <section key={day} className={classes.day} aria-label={day}>
          <Title order={headings} className={classes.date ?? ''}>
            {day}
          </Title>
          <ol className={classes.entries}>
            {changes.map((change) => (
              <ActivityEntry key={change.id} change={change} withCompany={withCompany} />
            ))}
          </ol>
        </section>
      ))}
      {hasNextPage ? (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void activity.fetchNextPage()}>
          Show more
        </Button>
      ) : null}
    </>
  );
}
