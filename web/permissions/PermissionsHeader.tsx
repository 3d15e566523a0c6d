import { Select } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { paths } from '../paths.ts';
import { PageHeader } from '../ui/PageHeader.tsx';

const PAGES = {
  'Company Groups': paths.companyGroups,
  'Account Groups': paths.accountGroups,
  'Account Managers': paths.accountManagers,
  Users: paths.users,
  'Security Groups': paths.securityGroups,
  'Who sees what': paths.whoSeesWhat,
} as const;

interface PermissionsHeaderProps {
  readonly title: keyof typeof PAGES;
  readonly note: ReactNode;
  /** What can be done on the page. */
  readonly children?: ReactNode;
}

/** The head of a page about who sees what, with the selector that leads to the others. */
export function PermissionsHeader({ title, note, children }: PermissionsHeaderProps) {
  const navigate = useNavigate();
  return (
    <PageHeader title={title} note={note}>
      {children}
      <Select
        aria-label="Permissions page"
        data={Object.keys(PAGES)}
        value={title}
        onChange={(page) => void navigate(PAGES[page as keyof typeof PAGES]())}
        allowDeselect={false}
        w={180}
      />
    </PageHeader>
  );
}
