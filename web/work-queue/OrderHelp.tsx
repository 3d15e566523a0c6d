import { List, Popover, Text } from '@mantine/core';
import CircleHelp from 'lucide-react/icons/circle-question-mark';
import { IconButton } from '../ui/IconButton.tsx';

/** Says by which rule the items are ordered, and when one comes back. */
export function OrderHelp() {
  return (
    <Popover width={340} position="bottom-end" shadow="md" withArrow trapFocus>
      <Popover.Target>
        <IconButton icon={CircleHelp} label="What comes first, and why" />
      </Popover.Target>
      <Popover.Dropdown>
        <Text fz="sm" fw={600}>
          Overdue first, then today, the next seven days, and later. Among those:
        </Text>
        <List type="ordered" size="sm" mt={6} spacing={2}>
          <List.Item>Escalations, and high-value customers in the red</List.Item>
          <List.Item>Falling health</List.Item>
          <List.Item>What we promised, and meetings to close</List.Item>
          <List.Item>Pulse checks, meetings, onboarding, and who is stuck on the way</List.Item>
          <List.Item>Renewals, recommendations and goals</List.Item>
          <List.Item>Upkeep: overrides that end, stale data</List.Item>
        </List>
        <Text fz="sm" mt={6}>
          Then the customer with more MRR. What is done or dismissed comes back when there is another reason
          for it; what is snoozed, on its day.
        </Text>
      </Popover.Dropdown>
    </Popover>
  );
}
