import { Badge, Table, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { useId } from 'react';
import type { Activity } from '../../contract/activity.ts';
import { paths } from '../paths.ts';
import { formatMoment, formatTime } from '../ui/days.ts';
import { AnchorLink } from '../ui/links.tsx';
import classes from './activity.module.css';
import { sentenceParts } from './sentence-parts.ts';

interface ActivityEntryProps {
  readonly change: Activity;
  readonly withCompany: boolean;
}

/** One change: when, who did what, and on demand each field before and after. */
export function ActivityEntry({ change, withCompany }: ActivityEntryProps) {
  const { at, company, changes, definitionsVersion } = change;
  const [opened, { toggle }] = useDisclosure(false);
  const id = useId();
  const { who, what } = sentenceParts(change);
  return (
    <li className={classes.entry} data-company={withCompany || undefined}>
      <time dateTime={at} title={formatMoment(at)} className={classes.time}>
        {formatTime(at)}
      </time>
      {withCompany ? <CompanyName company={company} /> : null}
      <span className={classes.sentence} dir="auto">
        <b>{who}</b> {what}
        {definitionsVersion === null ? null : (
          <Badge color="gray" size="sm" ml={8} title="What holds for all companies got this version by it">
            Definitions v{definitionsVersion}
          </Badge>
        )}
      </span>
      {changes.length > 0 ? (
        <UnstyledButton
          className={classes.opener ?? ''}
          aria-expanded={opened}
          aria-controls={opened ? id : undefined}
          onClick={toggle}
        >
          <ChevronRight size={14} aria-hidden />
          Before and after
        </UnstyledButton>
      ) : null}
      {opened ? <BeforeAndAfter id={id} changes={changes} /> : null}
    </li>
  );
}

/** A company that is gone goes by its id, and leads nowhere; what is the workspace's own stands without. */
function CompanyName({ company }: Pick<Activity, 'company'>) {
  if (company === null) return <span className={classes.company}>Workspace</span>;
  const { id, name } = company;
  if (name === id) return <span className={classes.company}>{name}</span>;
  return (
    <AnchorLink {...paths.customerActivity(id)} fz="md" className={classes.company ?? ''}>
      {name}
    </AnchorLink>
  );
}

interface BeforeAndAfterProps {
  readonly id: string;
  readonly changes: Activity['changes'];
}

const BeforeAndAfter = ({ id, changes }: BeforeAndAfterProps) => (
  <Table id={id} className={classes.changes} fz="sm" verticalSpacing={3} withRowBorders={false}>
    <Table.Thead>
      <Table.Tr>
        <Table.Th>Field</Table.Th>
        <Table.Th>Before</Table.Th>
        <Table.Th>After</Table.Th>
      </Table.Tr>
    </Table.Thead>
    <Table.Tbody>
      {changes.map(({ field, label, before, after }) => (
        <Table.Tr key={field}>
          <Table.Th scope="row">{label}</Table.Th>
          <Table.Td dir="auto">{before}</Table.Td>
          <Table.Td dir="auto">{after}</Table.Td>
        </Table.Tr>
      ))}
    </Table.Tbody>
  </Table>
);
