import { Group, Select, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Exclusions } from '../../contract/exclusions.ts';
import type { Named } from '../../contract/values.ts';
import { companySearchQuery } from '../companies/queries.ts';
import { clearButton } from '../ui/clear-button.ts';
import { formatCount } from '../ui/numbers.ts';
import classes from './exclusions.module.css';
import type { Choice } from './queries.ts';

interface ChoiceSelectsProps {
  readonly exclusions: Exclusions;
  readonly choice: Choice | null;
  readonly onChoose: (choice: Choice | null) => void;
}

/** The two ways to the contracts that may be excluded: by vendor, and by account. */
export function ChoiceSelects(props: ChoiceSelectsProps) {
  return (
    <div className={classes.selects}>
      <VendorSelect {...props} />
      <AccountSelect {...props} />
    </div>
  );
}

const OWN = 'own';
const VENDOR = 'vendor:';

function VendorSelect({ exclusions, choice, onChoose }: ChoiceSelectsProps) {
  const { vendors, ownContracts } = exclusions;
  const notes = new Map([
    ...vendors.map(
      ({ vendor, contracts, lines }) => [VENDOR + vendor, vendorNote(contracts, lines)] as const,
    ),
    [OWN, formatCount(ownContracts, 'contract', 'contracts')] as const,
  ]);
  return (
    <Select
      label="Exclude contracts by vendor"
      placeholder="Choose a vendor"
      searchable
      clearable
      clearButtonProps={clearButton('Clear the vendor')}
      limit={100}
      nothingFoundMessage="No contract or line has such a vendor"
      data={[
        ...vendors.map(({ vendor }) => ({ value: VENDOR + vendor, label: vendor })),
        { value: OWN, label: 'Our own (no vendor)' },
      ]}
      renderOption={({ option }) => (
        <Group justify="space-between" wrap="nowrap" gap="sm" flex={1}>
          <span>{option.label}</span>
          <Text span fz="xs" c="dimmed" className="qd-figures">
            {notes.get(option.value)}
          </Text>
        </Group>
      )}
      value={choice?.kind === 'vendor' ? VENDOR + choice.vendor : choice?.kind === 'own' ? OWN : null}
      onChange={(value) => onChoose(value === null ? null : choiceOf(value))}
    />
  );
}

function choiceOf(value: string): Choice {
  return value === OWN ? { kind: 'own' } : { kind: 'vendor', vendor: value.slice(VENDOR.length) };
}

function vendorNote(contracts: number, lines: number): string {
  const counts = [
    contracts > 0 ? formatCount(contracts, 'contract', 'contracts') : '',
    lines > 0 ? formatCount(lines, 'line', 'lines') : '',
  ];
  return counts.filter(Boolean).join(', ') || 'nothing yet';
}

const NOBODY: readonly Named[] = [];

function AccountSelect({ choice, onChoose }: ChoiceSelectsProps) {
  const chosen = choice?.kind === 'company' ? choice.company : null;
  const [search, setSearch] = useState('');
  const [settled] = useDebouncedValue(search, 120);
  const { data } = useQuery(companySearchQuery(settled === chosen?.name ? '' : settled));
  const found: readonly Named[] = data?.items ?? NOBODY;
  const options = chosen && !found.some(({ id }) => id === chosen.id) ? [chosen, ...found] : found;
  return (
    <Select
      label="Exclude contracts by account"
      placeholder="Choose an account"
      searchable
      clearable
      clearButtonProps={clearButton('Clear the account')}
      nothingFoundMessage="No account has that name"
      data={options.map(({ id, name }) => ({ value: id, label: name }))}
      // the server has found them already
      filter={({ options: all }) => all}
      searchValue={search}
      onSearchChange={setSearch}
      value={chosen?.id ?? null}
      onChange={(value) => {
        const company = options.find(({ id }) => id === value);
        onChoose(company ? { kind: 'company', company: { id: company.id, name: company.name } } : null);
      }}
    />
  );
}
