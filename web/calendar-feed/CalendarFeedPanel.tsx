import { Button, Group, Radio, Skeleton, Stack, Text } from '@mantine/core';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { createCalendarFeed, deleteCalendarFeed, getCalendarFeed } from '../../contract/calendar-feed.ts';
import { call } from '../api/call.ts';
import { CopyLine } from '../ui/CopyLine.tsx';
import { formatMoment } from '../ui/days.ts';
import { FormError } from '../ui/FormError.tsx';
import { Panel } from '../ui/Panel.tsx';

const feedQuery = queryOptions({
  queryKey: ['calendar-feed'],
  queryFn: async ({ signal }) => (await call(getCalendarFeed, {}, signal)).feed,
});

type Which = 'mine' | 'all';

/** The private link by which one's calendar shows the meetings: made, renewed, ended. */
export function CalendarFeedPanel() {
  const queryClient = useQueryClient();
  const feed = useQuery(feedQuery);
  const [which, setWhich] = useState<Which | null>(null);
  const chosen = which ?? feed.data?.which ?? 'mine';
  const refresh = () => queryClient.invalidateQueries({ queryKey: feedQuery.queryKey });
  const make = useMutation({
    mutationFn: () => call(createCalendarFeed, { body: { which: chosen } }),
    onSuccess: refresh,
  });
  const end = useMutation({
    mutationFn: () => call(deleteCalendarFeed, {}),
    onSuccess: () => {
      make.reset();
      return refresh();
    },
  });
  if (feed.isPending) return <Skeleton h={160} />;
  return (
    <Panel title="Calendar">
      <Stack gap="sm">
        <Text fz="sm" c="dimmed">
          A private link that Outlook, Google Calendar or Apple Calendar subscribe to. Whoever has it reads
          the meetings of the companies that you see at that moment, without signing in.
        </Text>
        {make.data ? (
          <CopyLine label="Your calendar link" value={make.data.link}>
            It is shown only now. A new one ends it.
          </CopyLine>
        ) : null}
        <Radio.Group
          aria-label="Which meetings"
          value={chosen}
          onChange={(value) => setWhich(value as Which)}
        >
          <Stack gap={6}>
            <Radio value="mine" label="Meetings that I attend, or with companies whose vCIO I am" />
            <Radio value="all" label="Meetings with every company that I see" />
          </Stack>
        </Radio.Group>
        <Text fz="sm">
          {feed.data ? `There is a link, made ${formatMoment(feed.data.createdAt)}.` : 'There is no link.'}
        </Text>
        <FormError error={feed.error ?? make.error ?? end.error} />
        <Group gap="xs">
          <Button variant="default" onClick={() => make.mutate()} loading={make.isPending}>
            {feed.data ? 'Make a new link' : 'Make a calendar link'}
          </Button>
          {feed.data ? (
            <Button variant="subtle" color="red" onClick={() => end.mutate()} loading={end.isPending}>
              End the link
            </Button>
          ) : null}
        </Group>
      </Stack>
    </Panel>
  );
}
