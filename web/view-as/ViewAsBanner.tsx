import { Button, Text } from '@mantine/core';
import Eye from 'lucide-react/icons/eye';
import { messageOf } from '../api/query-client.ts';
import { useMe } from '../me/queries.ts';
import { useStopViewing } from './use-view-as.ts';
import classes from './view-as.module.css';

/** Says on every page that an admin looks through somebody else's eyes, and leads back. */
export function ViewAsBanner() {
  const { user, viewedBy } = useMe();
  const stop = useStopViewing();
  if (viewedBy === null) return null;
  return (
    <section className={classes.banner} aria-label="Viewing as somebody else">
      <Eye size={18} aria-hidden />
      <Text fz="sm" flex={1} miw={0} className={classes.words ?? ''}>
        <b>You are viewing as {user.name}</b> ({user.role}). You see what they see; nothing can be changed.
        {stop.error ? ` ${messageOf(stop.error)}` : ''}
      </Text>
      <Button size="compact-sm" variant="default" onClick={() => stop.mutate()} loading={stop.isPending}>
        Stop viewing
      </Button>
    </section>
  );
}
