import { Button, Menu } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import Archive from 'lucide-react/icons/archive';
import ArchiveRestore from 'lucide-react/icons/archive-restore';
import ChevronDown from 'lucide-react/icons/chevron-down';
import Trash2 from 'lucide-react/icons/trash-2';
import { useState } from 'react';
import type { Company } from '../../contract/companies.ts';
import { archiveCompany, deleteCompany, restoreCompany } from '../../contract/company-profile.ts';
import { call } from '../api/call.ts';
import { paths } from '../paths.ts';
import { ConfirmModal } from '../ui/ConfirmModal.tsx';
import { useCompanyChanged } from './use-company-changed.ts';

type Deed = 'archive' | 'restore' | 'delete';

/** What can be done with a company as a whole. */
export function CompanyMenu({ company }: { readonly company: Company }) {
  const [deed, setDeed] = useState<Deed | null>(null);
  const archived = company.stage === 'offboarded';
  return (
    <>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <Button variant="default" rightSection={<ChevronDown size={15} aria-hidden />}>
            Actions
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {archived ? (
            <Menu.Item
              leftSection={<ArchiveRestore size={16} aria-hidden />}
              onClick={() => setDeed('restore')}
            >
              Restore company
            </Menu.Item>
          ) : (
            <Menu.Item leftSection={<Archive size={16} aria-hidden />} onClick={() => setDeed('archive')}>
              Archive company
            </Menu.Item>
          )}
          <Menu.Item leftSection={<Trash2 size={16} aria-hidden />} onClick={() => setDeed('delete')}>
            Delete company
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {deed ? <DeedModal deed={deed} company={company} onClose={() => setDeed(null)} /> : null}
    </>
  );
}

const DEEDS = {
  archive: {
    endpoint: archiveCompany,
    title: 'Archive',
    words: 'It becomes offboarded as of today and leaves the dashboard. Everything about it is kept.',
  },
  restore: {
    endpoint: restoreCompany,
    title: 'Restore',
    words: 'It gets back the stage that it had when it was archived.',
  },
  delete: {
    endpoint: deleteCompany,
    title: 'Delete',
    words: 'Only a company that nothing hangs on can be deleted. This cannot be undone.',
  },
} as const;

interface DeedModalProps {
  readonly deed: Deed;
  readonly company: Company;
  readonly onClose: () => void;
}

function DeedModal({ deed, company: { id, name }, onClose }: DeedModalProps) {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const companyChanged = useCompanyChanged();
  const { endpoint, title, words } = DEEDS[deed];
  const mutation = useMutation({
    mutationFn: async () => void (await call(endpoint, { params: { id } })),
    onSuccess: async () => {
      onClose();
      if (deed === 'delete') {
        await navigate(paths.customers());
        queryClient.removeQueries({ queryKey: ['companies', 'one', id] });
      }
      await companyChanged();
    },
  });
  return (
    <ConfirmModal
      title={`${title} ${name}?`}
      action={title}
      danger={deed === 'delete'}
      pending={mutation.isPending}
      error={mutation.error}
      onConfirm={() => mutation.mutate()}
      onClose={onClose}
    >
      {words}
    </ConfirmModal>
  );
}
