import { Button, Group, Skeleton, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { WorkItem } from '../../contract/work-queue.ts';
import type { MeetingKind } from '../../domain/engagement/meeting-kinds.ts';
import { useMay, useMe } from '../me/queries.ts';
import { MeetingModal } from '../meetings/MeetingModal.tsx';
import { paths } from '../paths.ts';
import { formatDay } from '../ui/days.ts';
import { LoadFailed } from '../ui/Notes.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { DismissModal } from './DismissModal.tsx';
import { type HomeView, homeSearch, readHomeView } from './home-view.ts';
import { NothingToDo } from './NothingToDo.tsx';
import { OrderHelp } from './OrderHelp.tsx';
import { QueueFilters } from './QueueFilters.tsx';
import { QueueList } from './QueueList.tsx';
import { workQueueQuery } from './queries.ts';
import { useMarking } from './use-marking.tsx';
import classes from './work-queue.module.css';

/** What to do next about the customers, most urgent first. */
export function HomePage() {
  const { asOf } = useMe().workspace;
  return (
    <>
      <PageHeader title="Home" note={`What to do next, as of ${formatDay(asOf)}`}>
        <OrderHelp />
      </PageHeader>
      <Queue />
    </>
  );
}

function Queue() {
  const { view, change } = useHomeView();
  const { asOf } = useMe().workspace;
  const mayEdit = useMay('edit_companies');
  const pages = useInfiniteQuery(workQueueQuery(view));
  const { mark, bringBack, undoLast } = useMarking();
  const [planning, setPlanning] = useState<WorkItem | null>(null);
  const [dismissing, setDismissing] = useState<WorkItem | null>(null);
  const [first] = pages.data?.pages ?? [];
  if (!first)
    return pages.error ? (
      <LoadFailed error={pages.error} onRetry={() => void pages.refetch()} />
    ) : (
      <Skeleton h={480} aria-label="Loading" />
    );
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <QueueFilters view={view} queue={first} onChange={change} />
      {items.length === 0 ? (
        <NothingToDo view={view} queue={first} onChange={change} />
      ) : (
        <QueueList
          items={items}
          counts={first.counts}
          onUndo={undoLast}
          actions={{
            onPlan: setPlanning,
            onDone: (item) => mark(item, { how: 'done' }),
            onSnooze: (item, until) => mark(item, { how: 'snooze', until }),
            onDismiss: setDismissing,
            onBringBack: bringBack,
          }}
        />
      )}
      {pages.hasNextPage ? (
        <Group justify="center" mt="md">
          <Button
            variant="default"
            loading={pages.isFetchingNextPage}
            onClick={() => void pages.fetchNextPage()}
          >
            Show more
          </Button>
        </Group>
      ) : null}
      {items.length > 0 && mayEdit && !view.aside ? (
        <Text fz="xs" c="dimmed" mt="sm" className={classes.keys ?? ''}>
          Keys on a row: <kbd>↑</kbd> <kbd>↓</kbd> move, <kbd>Enter</kbd> act, <kbd>D</kbd> done, <kbd>S</kbd>{' '}
          snooze, <kbd>X</kbd> dismiss, <kbd>U</kbd> undo
        </Text>
      ) : null}
      {planning ? (
        <MeetingModal
          company={planning.company.id}
          meeting={null}
          begin={{ kind: (planning.thing ?? 'pulse') as MeetingKind, date: asOf }}
          onClose={() => setPlanning(null)}
        />
      ) : null}
      {dismissing ? (
        <DismissModal
          item={dismissing}
          onClose={() => setDismissing(null)}
          onDismiss={(reason) => {
            setDismissing(null);
            mark(dismissing, { how: 'dismiss', reason });
          }}
        />
      ) : null}
    </>
  );
}

/** The view that the address says, and how to change it. */
function useHomeView() {
  const view = readHomeView(useSearch({ from: '/app/' }));
  const navigate = useNavigate();
  const change = (part: Partial<HomeView>) =>
    void navigate({ ...paths.home(homeSearch({ ...view, ...part })), replace: true, resetScroll: false });
  return { view, change };
}
