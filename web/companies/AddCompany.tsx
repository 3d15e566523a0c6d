import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import Plus from 'lucide-react/icons/plus';
import { useMay } from '../me/queries.ts';
import { NewCompanyModal } from './NewCompanyModal.tsx';

/** The button that adds a company, for those whose role may; the dialog says so where it is not possible. */
export function AddCompany() {
  const mayEdit = useMay('edit_companies');
  const [adding, { open, close }] = useDisclosure(false);
  if (!mayEdit) return null;
  return (
    <>
      <Button leftSection={<Plus size={16} aria-hidden />} onClick={open}>
        Add company
      </Button>
      {adding ? <NewCompanyModal stage="active" onClose={close} /> : null}
    </>
  );
}
