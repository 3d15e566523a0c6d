import { Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type Onboarding, startOnboarding } from '../../contract/onboarding.ts';
import { call } from '../api/call.ts';
import { useCompanyChanged } from '../companies/use-company-changed.ts';
import { EditModal } from '../editing/EditModal.tsx';
import { useMe } from '../me/queries.ts';
import { formatCount } from '../ui/numbers.ts';

interface StartModalProps {
  readonly onboarding: Onboarding;
  readonly onClose: () => void;
}

/** Adds the tasks of the template that the company was not given yet, from a day on. */
export function StartModal({ onboarding: { company, template, tasks }, onClose }: StartModalProps) {
  const { asOf } = useMe().workspace;
  const changed = useCompanyChanged();
  const [day, setDay] = useState(asOf);
  const start = useMutation({
    mutationFn: () => call(startOnboarding, { params: { id: company }, body: { startsOn: day } }),
    onSuccess: onClose,
    onSettled: changed,
  });
  return (
    <EditModal
      title={tasks.length === 0 ? 'Begin with the template' : 'Add tasks of the template'}
      size="md"
      action={`Add ${formatCount(template.missing, 'task', 'tasks')}`}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        if (day !== '') start.mutate();
      }}
      pending={start.isPending}
      error={start.error}
    >
      <TextInput
        label="First day of the onboarding"
        description="The days of the tasks are counted from it"
        type="date"
        required
        value={day}
        onChange={(event) => setDay(event.currentTarget.value)}
        error={day === '' ? 'Give it a date' : undefined}
        data-autofocus
      />
      <Text fz="sm" c="dimmed">
        Tasks of the vCIO and of the primary contact go to those of this company.
      </Text>
    </EditModal>
  );
}
