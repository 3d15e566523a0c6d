import { Box, Combobox, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import Building2 from 'lucide-react/icons/building-2';
import ChevronsUpDown from 'lucide-react/icons/chevrons-up-down';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Named } from '../../contract/values.ts';
import { useMe } from '../me/queries.ts';
import { paths } from '../paths.ts';
import classes from './CompanySelector.module.css';
import { companyQuery, companySearchQuery } from './queries.ts';

/** Finds a company and opens it: recent ones first, then whatever matches what is typed. */
export function CompanySelector() {
  const { recentCompanies } = useMe();
  const navigate = useNavigate();
  const current = useCurrentCompany();
  const field = useRef<HTMLInputElement>(null);
  const [search, setSearch] = useState('');
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      setSearch('');
    },
  });
  const { dropdownOpened, selectFirstOption, resetSelectedOption } = combobox;
  const wanted = search.trim();
  const { found, searching } = useFoundCompanies(wanted, dropdownOpened);
  const [entered, setEntered] = useState(false);
  const choose = (id: string) => {
    combobox.closeDropdown();
    field.current?.blur();
    void navigate(paths.customer(id));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever was found, Enter takes the first of it
  useEffect(() => {
    if (!wanted || searching) return;
    selectFirstOption();
    if (entered && found[0]) choose(found[0].id);
    setEntered(false);
  }, [found, searching]);
  const onKeyDown = ({ key }: KeyboardEvent) => {
    // Enter right after typing is about what was typed, not about what is still listed
    const early = key === 'Enter' && wanted !== '' && searching;
    if (early) resetSelectedOption();
    setEntered(early);
  };
  return (
    <Combobox store={combobox} onOptionSubmit={choose} width={340} position="bottom-start" shadow="md">
      <Combobox.Target withExpandedAttribute>
        <TextInput
          ref={field}
          className={classes.field ?? ''}
          aria-label="Company"
          placeholder={current?.name ?? 'Choose a company'}
          leftSection={<Building2 size={16} aria-hidden />}
          rightSection={<ChevronsUpDown size={14} aria-hidden />}
          rightSectionPointerEvents="none"
          value={dropdownOpened ? search : (current?.name ?? '')}
          onChange={(event) => {
            setSearch(event.currentTarget.value);
            combobox.openDropdown();
          }}
          onFocus={() => combobox.openDropdown()}
          onClick={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          onKeyDown={onKeyDown}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Found wanted={wanted} recent={wanted ? [] : recentCompanies} found={found} current={current?.id} />
      </Combobox.Dropdown>
    </Combobox>
  );
}

interface FoundProps {
  readonly wanted: string;
  readonly recent: readonly Named[];
  readonly found: readonly Named[];
  readonly current: string | undefined;
}

function Found({ wanted, recent, found, current }: FoundProps) {
  const others = found.filter(({ id }) => !recent.some((company) => company.id === id));
  return (
    <Combobox.Options mah={360} style={{ overflowY: 'auto' }} aria-label="Companies">
      {recent.length > 0 ? (
        <Combobox.Group label="Recent">
          <CompanyOptions companies={recent} current={current} />
        </Combobox.Group>
      ) : null}
      <Combobox.Group label={wanted ? 'Found' : 'All companies'}>
        <CompanyOptions companies={others} current={current} />
      </Combobox.Group>
      {found.length === 0 ? <Combobox.Empty>No company has that name</Combobox.Empty> : null}
    </Combobox.Options>
  );
}

function CompanyOptions({
  companies,
  current,
}: {
  companies: readonly Named[];
  current: string | undefined;
}) {
  return companies.map(({ id, name }) => (
    <Combobox.Option key={id} value={id} active={id === current}>
      <Box component="span" fw={id === current ? 600 : 400}>
        {name}
      </Box>
    </Combobox.Option>
  ));
}

const NOBODY: readonly Named[] = [];

interface FoundCompanies {
  readonly found: readonly Named[];
  /** What is found so far answers an earlier search. */
  readonly searching: boolean;
}

function useFoundCompanies(search: string, enabled: boolean): FoundCompanies {
  const [settled] = useDebouncedValue(search, 120);
  const { data, isPlaceholderData, isPending } = useQuery({ ...companySearchQuery(settled), enabled });
  return {
    found: data?.items ?? NOBODY,
    searching: settled !== search || isPlaceholderData || isPending,
  };
}

/** The company whose page stands, if one does. */
function useCurrentCompany(): Named | undefined {
  const { id } = useParams({ strict: false });
  return useQuery({ ...companyQuery(id ?? ''), enabled: id !== undefined }).data;
}
