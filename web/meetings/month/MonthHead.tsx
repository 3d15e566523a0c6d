import { Button, Group, Title } from '@mantine/core';
import ChevronLeft from 'lucide-react/icons/chevron-left';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { addToMonth, type Month, monthOf } from '../../../domain/calendar/month.ts';
import type { Day } from '../../../domain/portfolio/values.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { monthName } from '../../ui/months.ts';
import classes from './month.module.css';
import { STATES } from './states.ts';

interface MonthHeadProps {
  readonly month: Month;
  readonly today: Day;
  readonly onMonth: (month: Month) => void;
}

/** Which month it is, the way to others, and what the marks mean. */
export function MonthHead({ month, today, onMonth }: MonthHeadProps) {
  return (
    <div className={classes.head}>
      <Group gap={4} wrap="nowrap">
        <IconButton
          icon={ChevronLeft}
          label="Previous month"
          size="lg"
          onClick={() => onMonth(addToMonth(month, -1))}
        />
        <Title order={2} fz="lg" className={classes.title} aria-live="polite">
          {monthName(month)}
        </Title>
        <IconButton
          icon={ChevronRight}
          label="Next month"
          size="lg"
          onClick={() => onMonth(addToMonth(month, 1))}
        />
        <Button
          variant="default"
          size="compact-sm"
          disabled={month === monthOf(today)}
          onClick={() => onMonth(monthOf(today))}
        >
          This month
        </Button>
      </Group>
      <ul className={classes.legend} aria-label="Marks">
        {Object.entries(STATES).map(([state, { name, icon: Icon }]) => (
          <li key={state} data-state={state}>
            <Icon size={13} aria-hidden className={classes.icon} />
            {name}
          </li>
        ))}
      </ul>
    </div>
  );
}
