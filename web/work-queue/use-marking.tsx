import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import {
  dismissWorkItem,
  finishWorkItem,
  reopenWorkItem,
  snoozeWorkItem,
  type WorkItem,
} from '../../contract/work-queue.ts';
import { call } from '../api/call.ts';
import { messageOf } from '../api/query-client.ts';
import { useEngagementChanged } from '../engagement/use-engagement-changed.ts';
import { formatDay } from '../ui/days.ts';
import { type QueuePages, withoutItem } from './queries.ts';

/** What is done with an item. */
export type Marking =
  | { readonly how: 'done' }
  | { readonly how: 'snooze'; readonly until: string }
  | { readonly how: 'dismiss'; readonly reason: string };

interface Marked {
  readonly item: WorkItem;
  readonly marking: Marking;
}

/** How items are marked: each is gone at once, can be brought back from the note about it, and comes back if it is refused. */
export function useMarking() {
  const queryClient = useQueryClient();
  const engagementChanged = useEngagementChanged();
  const last = useRef<WorkItem | null>(null);

  const refresh = useCallback(
    (item: WorkItem) =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: ['work-queue'] }),
        ...(item.kind === 'action_item' ? [engagementChanged()] : []),
      ]),
    [queryClient, engagementChanged],
  );
  const leave = (item: WorkItem) =>
    queryClient.setQueriesData<QueuePages>({ queryKey: ['work-queue'] }, (data) =>
      data ? withoutItem(data, item) : data,
    );

  const reopen = useMutation({
    mutationFn: (item: WorkItem) => call(reopenWorkItem, { params: { id: item.company.id, item: item.id } }),
    onError: (error) => tellOfFailure('This could not be brought back', error),
    onSettled: (_, __, item) => refresh(item),
  });
  const undo = (item: WorkItem) => {
    if (last.current === item) last.current = null;
    notifications.hide(noteOf(item));
    reopen.mutate(item);
  };
  const mark = useMutation({
    mutationFn: send,
    onMutate: async ({ item }) => {
      await queryClient.cancelQueries({ queryKey: ['work-queue'] });
      leave(item);
    },
    onSuccess: (_, { item, marking }) => {
      last.current = item;
      notifications.show({
        id: noteOf(item),
        autoClose: 8000,
        message: (
          <Group justify="space-between" wrap="nowrap" gap="xs">
            <Text fz="sm" inherit lineClamp={2}>
              {inWords(marking)}: {item.title}, {item.company.name}
            </Text>
            <Button size="compact-sm" variant="subtle" onClick={() => undo(item)}>
              Undo
            </Button>
          </Group>
        ),
      });
    },
    onError: (error) => tellOfFailure('This could not be saved', error),
    onSettled: (_, __, { item }) => refresh(item),
  });

  return {
    mark: (item: WorkItem, marking: Marking) => mark.mutate({ item, marking }),
    /** Brings an item back that was set aside. */
    bringBack: (item: WorkItem) => {
      leave(item);
      undo(item);
    },
    /** Takes back what was done last on this page; nothing if that is taken back already. */
    undoLast: () => {
      if (last.current) undo(last.current);
    },
  };
}

const noteOf = ({ company, id }: WorkItem) => `work item ${company.id} ${id}`;

function send({ item, marking }: Marked): Promise<WorkItem> {
  const request = { params: { id: item.company.id, item: item.id }, ifMatch: item.etag };
  switch (marking.how) {
    case 'done':
      return call(finishWorkItem, request);
    case 'snooze':
      return call(snoozeWorkItem, { ...request, body: { until: marking.until } });
    case 'dismiss':
      return call(dismissWorkItem, { ...request, body: { reason: marking.reason } });
  }
}

function inWords(marking: Marking): string {
  if (marking.how === 'snooze') return `Snoozed until ${formatDay(marking.until)}`;
  return marking.how === 'done' ? 'Done' : 'Dismissed';
}

function tellOfFailure(title: string, error: unknown): void {
  notifications.show({ color: 'red', title, message: messageOf(error) });
}
