import { MultiSelect, Stack, Text } from '@mantine/core';
import type { Connection, ConnectionChoices } from '../../contract/connections.ts';
import { formatCount } from '../ui/numbers.ts';

type Clients = Connection['settings']['clients'];

interface ClientChoicesProps {
  readonly choices: ConnectionChoices;
  readonly clients: Clients;
  readonly onChange: (clients: Clients) => void;
}

/** Which of its companies are clients. */
export function ClientChoices({ choices, clients, onChange }: ClientChoicesProps) {
  return (
    <Stack gap="xs">
      <Text fw={550}>Clients</Text>
      <MultiSelect
        label="Company types that are clients"
        description="None chosen: the types that speak of clients, customers or managed services."
        data={options(choices.companyTypes, clients.types)}
        value={[...clients.types]}
        onChange={(types) => onChange({ ...clients, types })}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': 'Choose no company type' }}
      />
      <MultiSelect
        label="Statuses that are left out"
        description="Inactive companies are left out anyway."
        data={options(choices.companyStatuses, clients.withoutStatuses)}
        value={[...clients.withoutStatuses]}
        onChange={(withoutStatuses) => onChange({ ...clients, withoutStatuses })}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': 'Leave no status out' }}
      />
    </Stack>
  );
}

/** What was read, and what was chosen before though no company has it any more. */
function options(read: ConnectionChoices['companyTypes'], chosen: readonly string[]) {
  const names = new Set(read.map(({ name }) => name));
  return [
    ...read.map(({ name, companies }) => ({
      value: name,
      label: `${name} (${formatCount(companies, 'company', 'companies')})`,
    })),
    ...chosen.filter((name) => !names.has(name)).map((name) => ({ value: name, label: name })),
  ];
}
