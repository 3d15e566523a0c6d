import { Avatar, Badge, Group, Menu, Text, UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import CircleUser from 'lucide-react/icons/circle-user';
import LogOut from 'lucide-react/icons/log-out';
import { useMe } from '../me/queries.ts';
import { useSignOut } from '../me/sign-out.ts';
import { paths } from '../paths.ts';
import { ColorSchemeChoice } from './ColorSchemeChoice.tsx';

export function UserMenu() {
  const { user, workspace } = useMe();
  const signOut = useSignOut();
  return (
    <Menu position="bottom-end" width={264} shadow="md" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <UnstyledButton aria-label={`${user.name}: account, theme, sign out`} style={{ borderRadius: 99 }}>
          <Avatar name={user.name} color="teal" variant="light" size={32} alt="" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Group px="sm" py={6} gap={4} justify="space-between" wrap="nowrap" align="flex-start">
          <div style={{ minWidth: 0 }}>
            <Text fw={600} truncate>
              {user.name}
            </Text>
            <Text fz="xs" c="dimmed" truncate>
              {user.email}
            </Text>
            <Text fz="xs" c="dimmed" truncate>
              {workspace.name}
            </Text>
          </div>
          <Badge color="gray" size="sm">
            {user.role}
          </Badge>
        </Group>
        <Menu.Divider />
        <ColorSchemeChoice />
        <Menu.Divider />
        <Menu.Item
          leftSection={<CircleUser size={16} aria-hidden />}
          renderRoot={(props) => <Link {...paths.account()} {...props} />}
        >
          Account, sessions and API keys
        </Menu.Item>
        <Menu.Item leftSection={<LogOut size={16} aria-hidden />} onClick={signOut}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
