import { Button, Select, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Connection, ConnectionChoices } from '../../contract/connections.ts';
import { colleaguesQuery } from '../colleagues/queries.ts';
import { formatWhole } from '../ui/numbers.ts';

type Users = Connection['settings']['users'];

interface OwnerChoicesProps {
  readonly choices: ConnectionChoices;
  readonly users: Users;
  readonly onChange: (users: Users) => void;
}

/** Who of our users each owner there is; companies get that owner where they have none of their own. */
export function OwnerChoices({ choices, users, onChange }: OwnerChoicesProps) {
  const colleagues = useQuery(colleaguesQuery);
  if (choices.owners.length === 0) return null;
  const set = (name: string, user: string | null) => {
    const { [name]: _, ...others } = users;
    onChange(user === null ? others : { ...others, [name]: user });
  };
  const proposals = choices.owners.filter(({ name, proposed }) => proposed && users[name] === undefined);
  return (
    <Stack gap="xs">
      <Text fw={550}>Owners</Text>
      <Table.ScrollContainer
        minWidth={420}
        scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': 'Owners' } }}
      >
        <Table fz="sm" aria-label="Owners">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>There</Table.Th>
              <Table.Th ta="right">Companies</Table.Th>
              <Table.Th w={260}>Here</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {choices.owners.map(({ name, companies, proposed }) => (
              <Table.Tr key={name}>
                <Table.Td dir="auto">{name}</Table.Td>
                <Table.Td ta="right">{formatWhole(companies)}</Table.Td>
                <Table.Td>
                  <Select
                    aria-label={`${name} is`}
                    placeholder={proposed ? `${proposed.name}?` : 'Nobody'}
                    data={(colleagues.data ?? []).map((user) => ({ value: user.id, label: user.name }))}
                    value={users[name] ?? null}
                    onChange={(user) => set(name, user)}
                    clearable
                    clearButtonProps={{ 'aria-label': `${name} is nobody here` }}
                    searchable
                    size="xs"
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {proposals.length > 0 ? (
        <Button
          size="compact-sm"
          variant="default"
          w="fit-content"
          onClick={() =>
            onChange({
              ...users,
              ...Object.fromEntries(proposals.map(({ name, proposed }) => [name, proposed!.id])),
            })
          }
        >
          Take those of the same name
        </Button>
      ) : null}
    </Stack>
  );
}
