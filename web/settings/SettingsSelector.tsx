import { Select } from '@mantine/core';
import { useLocation, useNavigate } from '@tanstack/react-router';
import type { SettingsGroup } from './parts.ts';
import classes from './settings.module.css';

/** Narrow screens: the part of the settings that is open, which leads to the others. */
export function SettingsSelector({ groups }: { readonly groups: readonly SettingsGroup[] }) {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const parts = groups.flatMap((group) => group.parts);
  // pages below a part belong to it
  const open = parts.find(({ link: { to } }) => pathname === to || pathname.startsWith(`${to}/`));
  return (
    <nav className={classes.narrow} aria-label="Settings">
      <Select
        aria-label="Settings page"
        data={groups.map((group) => ({ group: group.title, items: group.parts.map(({ label }) => label) }))}
        value={open?.label ?? null}
        onChange={(label) => {
          const chosen = parts.find((part) => part.label === label);
          if (chosen) void navigate(chosen.link);
        }}
        allowDeselect={false}
        maxDropdownHeight={480}
      />
    </nav>
  );
}
