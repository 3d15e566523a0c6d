import { Button, Group, Modal, Stack } from '@mantine/core';
import { useState } from 'react';
import { CompanySelect } from '../meetings/CompanySelect.tsx';
import { useFocusBack } from '../ui/use-focus-back.ts';
import { NewRecommendation } from './RecommendationDialog.tsx';

/** Recommends something to a company that is chosen first. */
export function RecommendToCompany({ onClose }: { readonly onClose: () => void }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [decided, setDecided] = useState(false);
  useFocusBack();
  if (decided && chosen !== null) return <NewRecommendation company={chosen} onClose={onClose} />;
  return (
    <Modal opened onClose={onClose} title="Recommend">
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
