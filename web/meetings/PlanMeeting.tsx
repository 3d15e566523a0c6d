import { Button, Group, Modal, Stack } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { paths } from '../paths.ts';
import { useFocusBack } from '../ui/use-focus-back.ts';
import { CompanySelect } from './CompanySelect.tsx';
import { MeetingModal } from './MeetingModal.tsx';

interface PlanMeetingProps {
  /** The company that is chosen already; null: none is. */
  readonly company: string | null;
  readonly onClose: () => void;
}

/** Plans a meeting with a company that is chosen first. */
export function PlanMeeting({ company, onClose }: PlanMeetingProps) {
  const navigate = useNavigate();
  const [chosen, setChosen] = useState(company);
  const [decided, setDecided] = useState(company !== null);
  useFocusBack();
  if (decided && chosen !== null)
    return (
      <MeetingModal
        company={chosen}
        meeting={null}
        onClose={onClose}
        onSaved={({ id }) => void navigate(paths.meeting(id))}
      />
    );
  return (
    <Modal opened onClose={onClose} title="Plan a meeting">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setDecided(true);
        }}
      >
        <Stack gap="md">
          <CompanySelect label="Company" value={chosen} onChange={setChosen} data-autofocus />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" disabled={chosen === null}>
              Next
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
