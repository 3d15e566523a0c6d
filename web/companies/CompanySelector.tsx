import { Box, Combobox, Text, UnstyledButton, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import Building2 from 'lucide-react/icons/building-2';
import ChevronsUpDown from 'lucide-react/icons/chevrons-up-down';
import { useState } from 'react';
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
  const [search, setSearch] = useState('');
  const combobox = useCombobox({
    onDropdownOpen: () => {
      combobox.focusSearchInput();
      combobox.updateSelectedOptionIndex('active');
    },
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      combobox.focusTarget();
      setSearch('');
    },
  });
  const found = useFoundCompanies(search.trim(), combobox.dropdownOpened);
  const recent = search.trim() ? [] : recentCompanies;

  const choose = (id: string) => {
    combobox.closeDropdown();
    void navigate(paths.customer(id));
  };

  return (
    <Combobox store={combobox} onOptionSubmit={choose} width={340} position="bottom-start" shadow="md">
      <Combobox.Target targetType="button" withAriaAttributes={false}>
        <UnstyledButton
          className={classes.target ?? ''}
          onClick={() => combobox.toggleDropdown()}
          aria-haspopup="listbox"
          aria-expanded={combobox.dropdownOpened}
          aria-label={current ? `Company: ${current.name}. Choose another` : 'Choose a company'}
        >
          <Building2 size={16} aria-hidden />
          <Text component="span" truncate flex={1} fw={current ? 550 : 400} c={current ? '' : 'dimmed'}>
            {current?.name ?? 'Choose a company'}
          </Text>
          <ChevronsUpDown size={14} aria-hidden />
        </UnstyledButton>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={search}
          onChange={(event) => {
            setSearch(event.currentTarget.value);
            combobox.selectFirstOption();
          }}
          placeholder="Find a company"
          aria-label="Find a company"
        />
        <Combobox.Options mah={360} style={{ overflowY: 'auto' }} aria-label="Companies">
          {recent.length > 0 ? (
            <Combobox.Group label="Recent">
              <CompanyOptions companies={recent} current={current?.id} />
            </Combobox.Group>
          ) : null}
          <Combobox.Group label={search.trim() ? 'Found' : 'All companies'}>
            <CompanyOptions
              companies={found.filter(({ id }) => !recent.some((company) => company.id === id))}
              current={current?.id}
            />
          </Combobox.Group>
          {found.length === 0 ? <Combobox.Empty>No company has that name</Combobox.Empty> : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
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

function useFoundCompanies(search: string, enabled: boolean): readonly Named[] {
  const [settled] = useDebouncedValue(search, 120);
  return useQuery({ ...companySearchQuery(settled), enabled }).data?.items ?? [];
}

/** The company whose page stands, if one does. */
function useCurrentCompany(): Named | undefined {
  const { id } = useParams({ strict: false });
  return useQuery({ ...companyQuery(id ?? ''), enabled: id !== undefined }).data;
}
