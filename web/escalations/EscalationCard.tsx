import { Badge, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { Escalation, LogEntry } from '../../contract/escalations.ts';
import { useMay } from '../me/queries.ts';
import { paths } from '../paths.ts';
import { formatDay, formatMoment } from '../ui/days.ts';
import { AnchorLink } from '../ui/links.tsx';
import { formatCount } from '../ui/numbers.ts';
import classes from './escalations.module.css';
import { LogForm } from './LogForm.tsx';
import { COMMUNICATION_METHOD_NAMES, SEVERITY_COLORS, SEVERITY_NAMES } from './severity-names.ts';

interface EscalationCardProps {
  readonly escalation: Escalation;
  readonly onEdit: () => void;
}

/** An escalation with what was said about it, the latest first. */
export function EscalationCard({ escalation, onEdit }: EscalationCardProps) {
  const mayEdit = useMay('edit_companies');
  const [logging, setLogging] = useState(false);
  const { title, description, severity, status, openedOn, owner, nextUpdateDue, updateLate } = escalation;
  const open = status === 'open';
  return (
    <article className={classes.card} aria-label={title}>
      <Group gap={8} justify="space-between">
        <Group gap={8}>
          <Text fw={600}>{title}</Text>
          {severity === null ? null : (
            <Badge size="sm" color={SEVERITY_COLORS[severity]}>
              {SEVERITY_NAMES[severity]}
            </Badge>
          )}
          {open ? null : (
            <Badge size="sm" color="teal">
              Resolved
            </Badge>
          )}
          {updateLate > 0 ? (
            <Badge size="sm" color="red">
              Update {formatCount(updateLate, 'day', 'days')} late
            </Badge>
          ) : null}
        </Group>
        {mayEdit ? (
          <Group gap={4}>
            {open ? (
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => setLogging(!logging)}
                aria-expanded={logging}
              >
                Note what was said
              </Button>
            ) : null}
            <Button size="compact-sm" variant="subtle" onClick={onEdit} aria-label={`Edit ${title}`}>
              {open ? 'Edit or resolve' : 'Edit'}
            </Button>
          </Group>
        ) : null}
      </Group>
      <Text fz="sm" c="dimmed">
        Opened {formatDay(openedOn)} · {owner ? owner.name : 'nobody sees to it'}
        {open
          ? ` · ${nextUpdateDue === null ? 'no update promised' : `next update by ${formatDay(nextUpdateDue)}`}`
          : ''}
        {escalation.resolvedOn === null ? '' : ` · resolved ${formatDay(escalation.resolvedOn)}`}
      </Text>
      {description === null ? null : (
        <Text fz="sm" className={classes.text ?? ''}>
          {description}
        </Text>
      )}
      {escalation.resolution === null ? null : (
        <Text fz="sm" className={classes.text ?? ''}>
          <b>Resolution:</b> {escalation.resolution}
        </Text>
      )}
      {escalation.meetings.length > 0 ? (
        <Group gap={8}>
          {escalation.meetings.map((meeting) => (
            <AnchorLink key={meeting.id} {...paths.meeting(meeting.id)} fz="sm">
              {meeting.name}
            </AnchorLink>
          ))}
        </Group>
      ) : null}
      {logging ? <LogForm escalation={escalation} onDone={() => setLogging(false)} /> : null}
      {escalation.log.length > 0 ? (
        <ul className={classes.log} aria-label={`Communication about ${title}`}>
          {escalation.log.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </ul>
      ) : null}
    </article>
  );
}

function Entry({ entry: { at, by, toWhom, method, audience, text } }: { readonly entry: LogEntry }) {
  const facts = [
    formatMoment(at),
    by,
    toWhom === null ? null : `to ${toWhom}`,
    method === null ? null : COMMUNICATION_METHOD_NAMES[method].toLowerCase(),
  ];
  return (
    <li>
      <Group gap={8}>
        <Badge size="xs" color={audience === 'client' ? 'teal' : 'gray'}>
          {audience === 'client' ? 'To the client' : 'Internal'}
        </Badge>
        <Text span fz="xs" c="dimmed">
          {facts.filter((fact) => fact !== null).join(' · ')}
        </Text>
      </Group>
      <span className={classes.text}>{text}</span>
    </li>
  );
}
