import { useMantineColorScheme } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight, type SpotlightActionData, type SpotlightActionGroupData } from '@mantine/spotlight';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import Building2 from 'lucide-react/icons/building-2';
import CircleUser from 'lucide-react/icons/circle-user';
import LogOut from 'lucide-react/icons/log-out';
import Settings from 'lucide-react/icons/settings';
import SunMoon from 'lucide-react/icons/sun-moon';
import { useState } from 'react';
import { companySearchQuery } from '../companies/queries.ts';
import { useMe } from '../me/queries.ts';
import { useSignOut } from '../me/sign-out.ts';
import { paths } from '../paths.ts';
import { settingsFor } from '../settings/parts.ts';
import { destinationsFor } from './navigation.ts';

/** ⌘K / Ctrl+K: every page, every company, and a few commands. */
export function CommandPalette() {
  const [query, setQuery] = useState('');
  const companies = useCompanyActions(query.trim());
  const groups: SpotlightActionGroupData[] = [
    { group: 'Pages', actions: usePageActions() },
    { group: 'Commands', actions: useCommandActions() },
    { group: 'Companies', actions: companies },
  ];
  return (
    <Spotlight
      actions={groups}
      // it opens wherever one is typing, its own field that is just closing included
      tagsToIgnore={[]}
      query={query}
      onQueryChange={setQuery}
      onSpotlightClose={() => setQuery('')}
      nothingFound="Nothing found"
      highlightQuery
      limit={30}
      scrollable
      // the wheel is not the only way to the end of the list
      scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
      maxHeight={420}
      filter={(text, all) => keepMatches(text, all as SpotlightActionGroupData[])}
      searchProps={{
        placeholder: 'Go to a page or a company, or do something',
        'aria-label': 'Search and commands',
      }}
    />
  );
}

/** Companies were searched by the server, which forgives typing errors; the rest by its words. */
function keepMatches(text: string, groups: readonly SpotlightActionGroupData[]): SpotlightActionGroupData[] {
  const wanted = text.trim().toLowerCase();
  return groups
    .map(({ group, actions }) => ({
      group,
      actions:
        group === 'Companies'
          ? actions
          : actions.filter(({ label, keywords }) => `${label} ${keywords}`.toLowerCase().includes(wanted)),
    }))
    .filter(({ actions }) => actions.length > 0);
}

function usePageActions(): SpotlightActionData[] {
  const { user } = useMe();
  const navigate = useNavigate();
  const pages = destinationsFor(user.role).map(({ label, icon: Icon, link }) => ({
    id: label,
    label,
    keywords: 'page',
    leftSection: <Icon size={18} aria-hidden />,
    onClick: () => void navigate(link),
  }));
  const account = {
    id: 'account',
    label: 'Account',
    keywords: 'sessions password api keys',
    leftSection: <CircleUser size={18} aria-hidden />,
    onClick: () => void navigate(paths.account()),
  };
  const settings = settingsFor(user.role).flatMap(({ title, parts }) =>
    parts.map(({ label, link }) => ({
      id: `settings-${label}`,
      label: `Settings: ${label}`,
      keywords: `page ${title}`,
      leftSection: <Settings size={18} aria-hidden />,
      onClick: () => void navigate(link),
    })),
  );
  return [...pages, account, ...settings];
}

function useCommandActions(): SpotlightActionData[] {
  const { setColorScheme } = useMantineColorScheme();
  const signOut = useSignOut();
  const themes = (['light', 'dark', 'auto'] as const).map((scheme) => ({
    id: `theme-${scheme}`,
    label: `Theme: ${scheme}`,
    keywords: 'colour color scheme mode toggle',
    leftSection: <SunMoon size={18} aria-hidden />,
    onClick: () => setColorScheme(scheme),
  }));
  const end = {
    id: 'sign-out',
    label: 'Sign out',
    keywords: 'log out',
    leftSection: <LogOut size={18} aria-hidden />,
    onClick: () => void signOut(),
  };
  return [...themes, end];
}

function useCompanyActions(query: string): SpotlightActionData[] {
  const { recentCompanies } = useMe();
  const navigate = useNavigate();
  const [settled] = useDebouncedValue(query, 120);
  const found = useQuery({ ...companySearchQuery(settled), enabled: settled !== '' }).data?.items;
  const shown = query === '' ? recentCompanies : (found ?? []);
  return shown.map(({ id, name }) => ({
    id: `company-${id}`,
    label: name,
    leftSection: <Building2 size={18} aria-hidden />,
    onClick: () => void navigate(paths.customer(id)),
  }));
}
