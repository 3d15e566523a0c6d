import { Button, Group, Modal, Stack } from '@mantine/core';
import { useState } from 'react';
import { CompanySelect } from './CompanySelect.tsx';

interface ChooseCompanyProps {
  /** What the company is chosen for. */
  readonly title: string;
  readonly onChoose: (company: string) => void;
  readonly onClose: () => void;
}

/** Asks which company something is about, before the dialog for it opens. */
export function ChooseCompany({ title, onChoose, onClose }: ChooseCompanyProps) {
  const [company, setCompany] = useState<string | null>(null);
  return (
    <Modal opened onClose={onClose} title={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (company !== null) onChoose(company);
        }}
      >
        <Stack gap="md">
          <CompanySelect label="Company" value={company} onChange={setCompany} data-autofocus />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" disabled={company === null}>
              Next
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
