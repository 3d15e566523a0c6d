import { ActionIcon, Skeleton, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import SquarePen from 'lucide-react/icons/square-pen';
import type { CompanyProfile } from '../../contract/company-profile.ts';
import { ContactsPanel } from '../contacts/ContactsPanel.tsx';
import { useMay } from '../me/queries.ts';
import { LoadFailed } from '../ui/Notes.tsx';
import { Panel } from '../ui/Panel.tsx';
import classes from './company-profile.module.css';
import { ProfileFacts } from './ProfileFacts.tsx';
import { ProfileModal } from './ProfileModal.tsx';
import { PsaPanel } from './PsaPanel.tsx';
import { profileQuery } from './queries.ts';

/** What is kept about a company by hand, and the dialog that changes it. */
export function ProfilePage() {
  const { id } = useParams({ from: '/app/customers/$id' });
  const profile = useQuery(profileQuery(id));
  if (profile.error) return <LoadFailed error={profile.error} onRetry={() => void profile.refetch()} />;
  if (!profile.data) return <Skeleton h={360} />;
  return <Profile profile={profile.data} />;
}

function Profile({ profile }: { readonly profile: CompanyProfile }) {
  const [editing, { open, close }] = useDisclosure(false);
  const mayEdit = useMay('edit_companies');
  return (
    <div className={classes.page}>
      <Panel title="Company Profile" actions={mayEdit ? <EditButton onClick={open} /> : null}>
        <ProfileFacts profile={profile} />
        {editing ? <ProfileModal profile={profile} onClose={close} /> : null}
      </Panel>
      <ContactsPanel company={profile.id} />
      {profile.syncedFrom ? <PsaPanel company={profile.id} /> : null}
    </div>
  );
}

const EditButton = ({ onClick }: { readonly onClick: () => void }) => (
  <Tooltip label="Edit company profile">
    <ActionIcon variant="filled" color="teal" size="lg" aria-label="Edit company profile" onClick={onClick}>
      <SquarePen size={18} aria-hidden />
    </ActionIcon>
  </Tooltip>
);
