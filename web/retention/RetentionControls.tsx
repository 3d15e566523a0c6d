import { Group, SegmentedControl, Select } from '@mantine/core';
import ChevronLeft from 'lucide-react/icons/chevron-left';
import ChevronRight from 'lucide-react/icons/chevron-right';
import type { Over } from '../../domain/retention/spans.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { monthName } from '../ui/months.ts';
import { type MonthCount, PERIODS, type RetentionView } from './retention-view.ts';

interface RetentionControlsProps {
  readonly view: RetentionView;
  /** Those that can be in focus, the oldest first. */
  readonly months: readonly { readonly month: string; readonly ongoing: boolean }[];
  /** The month in focus. */
  readonly month: string;
  readonly onChange: (change: Partial<RetentionView>) => void;
}

/** Which month is in focus, over how long figures are measured, and how many months the charts show. */
export function RetentionControls({ view, months, month, onChange }: RetentionControlsProps) {
  const at = months.findIndex((one) => one.month === month);
  const step = (by: number) => {
    const next = months[at + by];
    if (next) onChange({ month: next.month });
  };
  return (
    <Group gap="sm" mb="sm" wrap="wrap">
      <Group gap={4} wrap="nowrap">
        <IconButton
          icon={ChevronLeft}
          label="Month before"
          variant="default"
          disabled={at <= 0}
          onClick={() => step(-1)}
        />
        <Select
          aria-label="Month"
          w={210}
          allowDeselect={false}
          data={[...months].reverse().map((one) => ({
            value: one.month,
            label: one.ongoing ? `${monthName(one.month)} so far` : monthName(one.month),
          }))}
          value={month}
          onChange={(value) => value && onChange({ month: value })}
        />
        <IconButton
          icon={ChevronRight}
          label="Month after"
          variant="default"
          disabled={at >= months.length - 1}
          onClick={() => step(1)}
        />
      </Group>
      <SegmentedControl
        aria-label="Measured over"
        data={[
          { value: 'month', label: 'Over the month' },
          { value: 'year', label: 'Over twelve months' },
        ]}
        value={view.over}
        onChange={(over) => onChange({ over: over as Over })}
      />
      <Select
        aria-label="Months shown"
        w={150}
        allowDeselect={false}
        data={PERIODS.map((value) => ({ value, label: `Last ${value} months` }))}
        value={view.months}
        onChange={(months) => months && onChange({ months: months as MonthCount })}
      />
    </Group>
  );
}
