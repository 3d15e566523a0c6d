import { VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { CalendarEntry } from '../../../contract/meeting-calendar.ts';
import { paths } from '../../paths.ts';
import classes from './month.module.css';
import { detailOf, STATES, titleOf } from './states.ts';

interface EntryProps {
  readonly entry: CalendarEntry;
  /** Says more of it than fits into a day of the month. */
  readonly detailed?: boolean;
}

/** A meeting, leading to it; or what is due by a cadence, leading to the company's Engagement page. */
export function Entry({ entry, detailed = false }: EntryProps) {
  const { company, state, meeting, why } = entry;
  const { icon: Icon, name } = STATES[state];
  const link = meeting && why === null ? paths.meeting(meeting.id) : paths.customerEngagement(company.id);
  return (
    <Link
      {...link}
      className={classes.entry}
      data-state={state}
      title={`${company.name}: ${detailOf(entry)}`}
    >
      <Icon size={13} aria-hidden className={classes.icon} />
      <span className={classes.words}>
        <b>{company.name}</b>
        <span>{titleOf(entry)}</span>
        {why === null ? <VisuallyHidden>{name.toLowerCase()}</VisuallyHidden> : null}
        {detailed ? <span className={classes.detail}>{detailOf(entry)}</span> : null}
      </span>
    </Link>
  );
}
