import { ActionIcon, Button, Popover } from '@mantine/core';
import { useState } from 'react';
import { METRIC_ICONS, metricIcon } from '../metric-icons.ts';
import classes from './admin.module.css';

interface IconPickerProps {
  readonly value: string | null;
  readonly onChange: (icon: string) => void;
}

/** Opens the icons that a metric can have. */
export function IconPicker({ value, onChange }: IconPickerProps) {
  const [opened, setOpened] = useState(false);
  const Icon = metricIcon(value);
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus returnFocus shadow="md" position="bottom-start">
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<Icon size={16} aria-hidden />}
          onClick={() => setOpened(!opened)}
        >
          Icon
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Icons">
        <div className={classes.icons}>
          {METRIC_ICONS.map((name) => {
            const Choice = metricIcon(name);
            return (
              <ActionIcon
                key={name}
                size={32}
                aria-label={name.replaceAll('-', ' ')}
                aria-pressed={name === value}
                variant={name === value ? 'light' : 'subtle'}
                color={name === value ? 'teal' : 'gray'}
                onClick={() => {
                  onChange(name);
                  setOpened(false);
                }}
              >
                <Choice size={18} aria-hidden />
              </ActionIcon>
            );
          })}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
