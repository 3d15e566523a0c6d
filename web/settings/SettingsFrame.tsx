import { Outlet } from '@tanstack/react-router';
import { useMe } from '../me/queries.ts';
import { settingsFor } from './parts.ts';
import { SettingsNavigation } from './SettingsNavigation.tsx';
import { SettingsSelector } from './SettingsSelector.tsx';
import classes from './settings.module.css';

/** The parts of the settings at the side of the one that is open, or behind a selector where there is no room. */
export function SettingsFrame() {
  const groups = settingsFor(useMe().user.role);
  return (
    <div className={classes.frame}>
      <SettingsNavigation groups={groups} />
      <SettingsSelector groups={groups} />
      <div className={classes.content}>
        <Outlet />
      </div>
    </div>
  );
}
