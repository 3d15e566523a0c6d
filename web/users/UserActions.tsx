import { Menu } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import CircleHelp from 'lucide-react/icons/circle-question-mark';
import EllipsisVertical from 'lucide-react/icons/ellipsis-vertical';
import Eye from 'lucide-react/icons/eye';
import KeyRound from 'lucide-react/icons/key-round';
import MonitorSmartphone from 'lucide-react/icons/monitor-smartphone';
import Pencil from 'lucide-react/icons/pencil';
import UserRoundCheck from 'lucide-react/icons/user-round-check';
import UserRoundX from 'lucide-react/icons/user-round-x';
import type { User } from '../../contract/users.ts';
import { useMe } from '../me/queries.ts';
import { paths } from '../paths.ts';
import { IconButton } from '../ui/IconButton.tsx';

/** What can be done to a user. */
export type UserAction = 'edit' | 'invite' | 'sessions' | 'activation' | 'view';

interface UserActionsProps {
  readonly user: User;
  readonly onChoose: (action: UserAction) => void;
}

/** The menu at the end of a user's row. */
export function UserActions({ user, onChoose }: UserActionsProps) {
  const me = useMe().user.id;
  const icon = { size: 16, 'aria-hidden': true } as const;
  return (
    <Menu position="bottom-end" shadow="md" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <IconButton icon={EllipsisVertical} label={`Actions for ${user.name}`} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Pencil {...icon} />} onClick={() => onChoose('edit')}>
          Edit
        </Menu.Item>
        {user.active ? (
          <Menu.Item leftSection={<KeyRound {...icon} />} onClick={() => onChoose('invite')}>
            {user.canSignIn ? 'New password link' : 'Invite'}
          </Menu.Item>
        ) : null}
        {user.canSignIn ? (
          <Menu.Item leftSection={<MonitorSmartphone {...icon} />} onClick={() => onChoose('sessions')}>
            Sessions
          </Menu.Item>
        ) : null}
        <Menu.Item
          leftSection={<CircleHelp {...icon} />}
          renderRoot={(props) => <Link {...paths.whoSeesWhat({ user: [user.id] })} {...props} />}
        >
          Why can they see …?
        </Menu.Item>
        {user.active && user.id !== me ? (
          <Menu.Item leftSection={<Eye {...icon} />} onClick={() => onChoose('view')}>
            View as {user.name}
          </Menu.Item>
        ) : null}
        <Menu.Divider />
        <Menu.Item
          {...(user.active ? { color: 'red' } : {})}
          leftSection={user.active ? <UserRoundX {...icon} /> : <UserRoundCheck {...icon} />}
          onClick={() => onChoose('activation')}
        >
          {user.active ? 'Deactivate' : 'Reactivate'}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
