import { Box, Group } from '@mantine/core';
import { Link, Outlet } from '@tanstack/react-router';
import { useMay } from '../me/queries.ts';
import { paths } from '../paths.ts';
import classes from './settings.module.css';

/** The parts of the settings that there are, side by side. */
export function SettingsFrame() {
  const manageUsers = useMay('manage_users');
  const changeSettings = useMay('change_settings');
  const importBundle = useMay('import_bundle');
  const readActivity = useMay('read_activity');
  return (
    <Box maw={1200}>
      <Group component="nav" gap={4} mb="md" aria-label="Settings">
        {manageUsers ? (
          <Link {...paths.permissions()} className={classes.part}>
            Permissions
          </Link>
        ) : null}
        {changeSettings ? (
          <Link {...paths.stackManager()} className={classes.part}>
            Stack Manager
          </Link>
        ) : null}
        {changeSettings ? (
          <Link {...paths.workspaceSettings()} className={classes.part}>
            Workspace
          </Link>
        ) : null}
        {changeSettings ? (
          <Link {...paths.appSettings()} className={classes.part}>
            App Settings
          </Link>
        ) : null}
        {changeSettings ? (
          <Link {...paths.healthAdmin()} className={classes.part}>
            Health/Effort Admin
          </Link>
        ) : null}
        {changeSettings ? (
          <Link {...paths.tags()} className={classes.part}>
            Tags
          </Link>
        ) : null}
        {importBundle ? (
          <Link {...paths.importExport()} className={classes.part}>
            Import & export
          </Link>
        ) : null}
        {readActivity ? (
          <Link {...paths.activity()} className={classes.part}>
            Activity
          </Link>
        ) : null}
      </Group>
      <Outlet />
    </Box>
  );
}
