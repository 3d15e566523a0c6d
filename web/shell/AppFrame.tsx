import { AppShell, Box, Burger, Image, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { spotlight } from '@mantine/spotlight';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import Search from 'lucide-react/icons/search';
import { useEffect } from 'react';
import { CompanySelector } from '../companies/CompanySelector.tsx';
import { useMe } from '../me/queries.ts';
import { paths } from '../paths.ts';
import { ViewAsBanner } from '../view-as/ViewAsBanner.tsx';
import { CommandPalette } from './CommandPalette.tsx';
import { destinationsFor } from './navigation.ts';
import classes from './shell.module.css';
import { UserMenu } from './UserMenu.tsx';

const commandKey = /mac|iphone|ipad/i.test(navigator.userAgent) ? '⌘K' : 'Ctrl K';

/** What stands around every page of a signed-in user: navigation, company selector, command palette, user menu. */
export function AppFrame() {
  const me = useMe();
  const [open, { toggle, close }] = useDisclosure(false);
  const pathname = useLocation({ select: (location) => location.pathname });
  // biome-ignore lint/correctness/useExhaustiveDependencies: arriving somewhere closes the navigation on a phone
  useEffect(close, [pathname]);
  return (
    <AppShell
      header={{ height: 52 }}
      navbar={{ width: 80, breakpoint: 'sm', collapsed: { mobile: !open } }}
      withBorder={false}
    >
      <a href="#content" className="qd-skip">
        Skip to content
      </a>
      <AppShell.Header className={classes.header ?? ''}>
        <Burger
          opened={open}
          onClick={toggle}
          hiddenFrom="sm"
          size="sm"
          aria-label={open ? 'Close navigation' : 'Open navigation'}
        />
        <Link {...paths.home()} className={classes.mark} aria-label="Quarterdeck, home">
          <Image src="/mark.svg" alt="" w={28} h={28} />
        </Link>
        <CompanySelector />
        <Box flex={1} />
        <UnstyledButton
          className={classes.search ?? ''}
          onClick={spotlight.open}
          aria-label="Search and commands"
        >
          <Search size={15} aria-hidden />
          <span>Search</span>
          <kbd>{commandKey}</kbd>
        </UnstyledButton>
        <UserMenu />
      </AppShell.Header>
      <AppShell.Navbar className={classes.rail ?? ''} data-open={open || undefined} aria-label="Main">
        {destinationsFor(me.user.role).map(({ label, inRail = label, icon: Icon, link }) => (
          <Link
            key={label}
            {...link}
            activeOptions={{ includeSearch: false, exact: link.to === '/' }}
            className={classes.place}
            aria-label={label}
          >
            <Icon size={19} aria-hidden />
            {inRail}
          </Link>
        ))}
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1} className={classes.main ?? ''}>
        <ViewAsBanner />
        <div className={classes.page}>
          <Outlet />
        </div>
      </AppShell.Main>
      <CommandPalette />
    </AppShell>
  );
}
