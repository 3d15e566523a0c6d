import { Badge, Button, Select, Stack, Table, Text } from '@mantine/core';
import type { Connection, ConnectionChoices } from '../../contract/connections.ts';
import { CYCLES, type Cycle } from '../../domain/portfolio/facts.ts';
import { formatWhole } from '../ui/numbers.ts';
import { CYCLE_LABELS } from './run-words.ts';

type Periods = Connection['settings']['periods'];

interface PeriodChoicesProps {
  readonly choices: ConnectionChoices;
  readonly periods: Periods;
  readonly onChange: (periods: Periods) => void;
}

/** What each billing period means. One that nobody has said and the system is not sure of makes no MRR. */
export function PeriodChoices({ choices, periods, onChange }: PeriodChoicesProps) {
  if (choices.billingPeriods.length === 0) return null;
  const set = (code: string, cycle: Cycle | null) => {
    const { [code]: _, ...others } = periods;
    onChange(cycle === null ? others : { ...others, [code]: cycle });
  };
  return (
    <Stack gap="xs">
      <Text fw={550}>Billing periods</Text>
      <Table.ScrollContainer
        minWidth={480}
        scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': 'Billing periods' } }}
      >
        <Table fz="sm" aria-label="Billing periods">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>There</Table.Th>
              <Table.Th ta="right">Contracts and lines</Table.Th>
              <Table.Th w={220}>Is billed</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {choices.billingPeriods.map(({ code, label, proposed, certain, items }) => (
              <Table.Tr key={code}>
                <Table.Td>
                  {label || code || 'none named'}{' '}
                  {periods[code] === undefined && !certain ? (
                    <Badge size="xs" color="yellow" variant="light">
                      No MRR yet
                    </Badge>
                  ) : null}
                </Table.Td>
                <Table.Td ta="right">{formatWhole(items)}</Table.Td>
                <Table.Td>
                  <Select
                    aria-label={`${label || code || 'None named'} is billed`}
                    placeholder={hint(proposed, certain)}
                    data={CYCLES.map((cycle) => ({ value: cycle, label: CYCLE_LABELS[cycle] }))}
                    value={periods[code] ?? null}
                    onChange={(cycle) => set(code, cycle)}
                    clearable
                    clearButtonProps={{ 'aria-label': `Say nothing of ${label || code}` }}
                    size="xs"
                  />
                  {periods[code] === undefined && !certain && proposed ? (
                    <Button size="compact-xs" variant="subtle" mt={4} onClick={() => set(code, proposed)}>
                      Yes, {CYCLE_LABELS[proposed].toLowerCase()}
                    </Button>
                  ) : null}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  );
}

function hint(proposed: Cycle | null, certain: boolean): string {
  if (proposed === null) return 'Nobody can know: choose';
  return certain ? CYCLE_LABELS[proposed] : `${CYCLE_LABELS[proposed]}? Confirm it`;
}
