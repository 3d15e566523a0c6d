import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import type { SettingsGroup } from './parts.ts';
import classes from './settings.module.css';

/** Wide screens: every part of the settings, under the headings of their groups. */
export function SettingsNavigation({ groups }: { readonly groups: readonly SettingsGroup[] }) {
  return (
    <nav className={classes.side} aria-label="Settings">
      {groups.map((group) => (
        <Parts key={group.title} group={group} />
      ))}
    </nav>
  );
}

function Parts({ group: { title, parts } }: { readonly group: SettingsGroup }) {
  const id = useId();
  return (
    <div>
      <div id={id} className={classes.heading}>
        {title}
      </div>
      <ul aria-labelledby={id} className={classes.parts}>
        {parts.map(({ label, link }) => (
          <li key={label}>
            <Link {...link} activeOptions={{ includeSearch: false }} className={classes.part}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
