import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import Plus from 'lucide-react/icons/plus';
import { NewCompanyModal } from '../companies/NewCompanyModal.tsx';
import { useMay } from '../me/queries.ts';

/** The button that puts a prospect on the board. */
export function AddProspect() {
  const mayEdit = useMay('edit_companies');
  const [adding, { open, close }] = useDisclosure(false);
  if (!mayEdit) return null;
  return (
    <>
      <Button leftSection={<Plus size={16} aria-hidden />} onClick={open}>
        Add prospect
      </Button>
      {adding ? <NewCompanyModal stage="prospect" onClose={close} /> : null}
    </>
  );
}
