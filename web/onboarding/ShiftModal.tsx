import { NumberInput, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type Onboarding, shiftOnboarding } from '../../contract/onboarding.ts';
import { addDays } from '../../domain/calendar/day.ts';
import { call } from '../api/call.ts';
import { useCompanyChanged } from '../companies/use-company-changed.ts';
import { EditModal } from '../editing/EditModal.tsx';
import { formatDay } from '../ui/days.ts';
import { formatCount } from '../ui/numbers.ts';

interface ShiftModalProps {
  readonly onboarding: Onboarding;
  readonly onClose: () => void;
}

/** Moves the days of all open tasks, as when an onboarding slips. */
export function ShiftModal({ onboarding: { company, tasks, progress }, onClose }: ShiftModalProps) {
  const changed = useCompanyChanged();
  const [days, setDays] = useState<number | null>(7);
  const open = tasks.filter(({ done, dueDate }) => !done && dueDate !== null).length;
  const shift = useMutation({
    mutationFn: (by: number) => call(shiftOnboarding, { params: { id: company }, body: { days: by } }),
    onSuccess: onClose,
    onSettled: changed,
  });
  return (
    <EditModal
      title="Move the days of open tasks"
      size="md"
      action={`Move ${formatCount(open, 'task', 'tasks')}`}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        if (days) shift.mutate(days);
      }}
      pending={shift.isPending}
      error={shift.error}
    >
      <NumberInput
        label="By so many days"
        description="Later; below zero: earlier"
        value={days ?? ''}
        onChange={(value) => setDays(typeof value === 'number' ? value : null)}
        min={-365}
        max={365}
        allowDecimal={false}
        clampBehavior="strict"
        data-autofocus
      />
      {progress.nextDue !== null && days ? (
        <Text fz="sm" c="dimmed" role="status">
          What is due next moves from {formatDay(progress.nextDue)} to{' '}
          {formatDay(addDays(progress.nextDue, days))}. What is done keeps its day.
        </Text>
      ) : null}
    </EditModal>
  );
}
