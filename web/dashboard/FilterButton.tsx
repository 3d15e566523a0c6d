import { Button, HoverCard, Stack, Text } from '@mantine/core';
import Funnel from 'lucide-react/icons/funnel';
import { formatCount } from '../ui/numbers.ts';
import { filtersInWords } from './filter-labels.ts';
import type { FilterView } from './filters.ts';
import type { Choices } from './queries.ts';

interface FilterButtonProps {
  readonly view: FilterView;
  readonly choices: Choices;
  readonly onToggle: () => void;
}

/** The funnel: green with the number of filters while any is applied; hovering lists them; clicking shows or hides the ribbon, and hiding it keeps them. */
export function FilterButton({ view, choices, onToggle }: FilterButtonProps) {
  const filters = filtersInWords(view, choices);
  const count = filters.length;
  const state = count === 0 ? 'no filter applied' : `${formatCount(count, 'filter', 'filters')} applied`;
  return (
    <HoverCard position="bottom-end" shadow="md" width={300} openDelay={120} disabled={count === 0}>
      <HoverCard.Target>
        <Button
          variant={count === 0 ? 'default' : 'filled'}
          color="teal"
          px={10}
          aria-label={`Filters: ${state}`}
          aria-expanded={view.ribbon}
          aria-controls="filter-ribbon"
          onClick={onToggle}
          leftSection={<Funnel size={16} aria-hidden />}
          styles={{ section: count === 0 ? { marginInlineEnd: 0 } : {} }}
        >
          {count === 0 ? '' : count}
          {count > 0 && !view.ribbon ? (
            <Text span inherit truncate maw={240} ml={8} fw={450} visibleFrom="sm">
              {filters.map(({ label }) => label).join(', ')}
            </Text>
          ) : null}
        </Button>
      </HoverCard.Target>
      <HoverCard.Dropdown>
        <Stack gap={6}>
          {filters.map(({ filter, label, values }) => (
            <Text key={filter} fz="sm" component="div">
              <Text span fw={600} fz="sm">
                {label}:
              </Text>{' '}
              {values.join(', ')}
            </Text>
          ))}
        </Stack>
      </HoverCard.Dropdown>
    </HoverCard>
  );
}
