import { Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type Onboarding, restartOnboarding } from '../../contract/onboarding.ts';
import { call } from '../api/call.ts';
import { useCompanyChanged } from '../companies/use-company-changed.ts';
import { EditModal } from '../editing/EditModal.tsx';
import { useMe } from '../me/queries.ts';
import { formatCount } from '../ui/numbers.ts';

interface StartOverModalProps {
  readonly onboarding: Onboarding;
  readonly onClose: () => void;
}

/** Asks before the tasks of a client who comes back give way to those of the template. */
export function StartOverModal({
  onboarding: { company, tasks, template, progress },
  onClose,
}: StartOverModalProps) {
  const { asOf } = useMe().workspace;
  const changed = useCompanyChanged();
  const [day, setDay] = useState(asOf);
  const restart = useMutation({
    mutationFn: () => call(restartOnboarding, { params: { id: company }, body: { startsOn: day } }),
    onSuccess: onClose,
    onSettled: changed,
  });
  return (
    <EditModal
      title="Start the onboarding over?"
      size="md"
      action="Start over"
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        if (day !== '') restart.mutate();
      }}
      pending={restart.isPending}
      error={restart.error}
    >
      <Text fz="sm">
        The {formatCount(tasks.length, 'task', 'tasks')} of the earlier onboarding ({progress.done} done) give
        way to the {formatCount(template.tasks, 'task', 'tasks')} of the template. What each of them was stays
        under Activity.
      </Text>
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
    </EditModal>
  );
}
