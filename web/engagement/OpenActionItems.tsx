import { Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ActionItemLine } from '../action-items/ActionItemLine.tsx';
import classes from '../action-items/action-items.module.css';
import { openActionItemsQuery } from '../action-items/queries.ts';
import { paths } from '../paths.ts';
import { AnchorLink } from '../ui/links.tsx';
import { LoadFailed } from '../ui/Notes.tsx';
import { Panel } from '../ui/Panel.tsx';

/** What was promised at a company's meetings and is still open, checked off in place. */
export function OpenActionItems({ company }: { readonly company: string }) {
  const items = useQuery(openActionItemsQuery(company));
  return (
    <Panel title="Open action items">
      {items.error && !items.data ? (
        <LoadFailed error={items.error} onRetry={() => void items.refetch()} />
      ) : null}
      {items.isPending ? <Skeleton h={80} /> : null}
      {items.data?.length === 0 ? (
        <Text fz="sm" c="dimmed">
          Nothing is open. Action items are noted on the page of a meeting.
        </Text>
      ) : null}
      <ul className={classes.list}>
        {items.data?.map((item) => (
          <ActionItemLine
            key={item.id}
            item={item}
            from={
              <AnchorLink {...paths.meeting(item.meeting.id)} fz="sm">
                {item.meeting.name}
              </AnchorLink>
            }
          />
        ))}
      </ul>
    </Panel>
  );
}
