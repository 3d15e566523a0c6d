import { ActionIcon, Menu, Modal, Stack } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import AlarmClock from 'lucide-react/icons/alarm-clock';
import { useState } from 'react';
import { addDays, addMonths } from '../../domain/calendar/day.ts';
import { useMe } from '../me/queries.ts';
import { formatDay } from '../ui/days.ts';
import { FIRST_WEEKDAY } from '../ui/weekdays.ts';

interface SnoozeMenuProps {
  /** The item's title and company. */
  readonly about: string;
  readonly tabIndex: number;
  readonly onSnooze: (until: string) => void;
}

/** Puts an item off: until tomorrow, next Monday, in a month, or a day of one's choice within a year. */
export function SnoozeMenu({ about, tabIndex, onSnooze }: SnoozeMenuProps) {
  const { asOf } = useMe().workspace;
  const [picking, setPicking] = useState(false);
  const tomorrow = addDays(asOf, 1);
  const choices = [
    ['Until tomorrow', tomorrow],
    ['Until next week', nextMonday(asOf)],
    ['For a month', addMonths(asOf, 1)],
  ] as const;
  return (
    <>
      <Menu position="bottom-end" shadow="md" width={230}>
        <Menu.Target>
          <ActionIcon
            aria-label={`Snooze: ${about}`}
            title="Snooze (S)"
            size="md"
            tabIndex={tabIndex}
            data-snooze
          >
            <AlarmClock size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {choices.map(([label, until]) => (
            <Menu.Item key={label} onClick={() => onSnooze(until)} rightSection={formatDay(until)}>
              {label}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => setPicking(true)}>Pick a day…</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal opened={picking} onClose={() => setPicking(false)} title={`Snooze: ${about}`} size="auto">
        <Stack align="center">
          <DatePicker
            firstDayOfWeek={FIRST_WEEKDAY}
            minDate={tomorrow}
            maxDate={addMonths(asOf, 12)}
            defaultDate={tomorrow}
            onChange={(day) => {
              setPicking(false);
              if (day) onSnooze(day);
            }}
          />
        </Stack>
      </Modal>
    </>
  );
}

function nextMonday(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, weekday === 0 ? 1 : 8 - weekday);
}
