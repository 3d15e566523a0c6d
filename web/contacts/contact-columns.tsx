import { Badge, Group, UnstyledButton } from '@mantine/core';
import Check from 'lucide-react/icons/check';
import Pencil from 'lucide-react/icons/pencil';
import Trash2 from 'lucide-react/icons/trash-2';
import type { Contact } from '../../contract/contacts.ts';
import { isOwnedThere, syncedInWords } from '../editing/synced.ts';
import type { Column } from '../ui/DataTable.tsx';
import { EmailLink } from '../ui/EmailLink.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { NONE } from '../ui/numbers.ts';
import classes from './contacts.module.css';

interface ContactColumn extends Column<Contact> {
  readonly id: 'name' | 'title' | 'email' | 'decisionMaker' | 'active' | 'actions';
}

interface ContactActions {
  readonly onEdit: (contact: Contact) => void;
  readonly onRemove: (contact: Contact) => void;
}

/** `actions` null: for those who only read. */
export function contactColumns(actions: ContactActions | null): readonly ContactColumn[] {
  const columns: ContactColumn[] = [
    { id: 'name', header: 'Name', width: 210, sortable: true, cell: (contact) => nameCell(contact, actions) },
    { id: 'title', header: 'Title', width: 170, sortable: true, cell: ({ title }) => title ?? NONE },
    {
      id: 'email',
      header: 'E-mail',
      width: 230,
      sortable: true,
      cell: ({ email }) => (email ? <EmailLink email={email} /> : NONE),
    },
    {
      id: 'decisionMaker',
      header: 'Decision maker',
      width: 120,
      cell: ({ decisionMaker }) =>
        decisionMaker ? <Check size={16} aria-label="Decision maker" className={classes.check} /> : NONE,
    },
    {
      id: 'active',
      header: 'Counts as employee',
      width: 150,
      cell: ({ active }) => (active ? 'Yes' : 'No, inactive'),
    },
  ];
  if (actions)
    columns.push({ id: 'actions', header: '', width: 84, cell: (contact) => rowActions(contact, actions) });
  return columns;
}

function nameCell(contact: Contact, actions: ContactActions | null) {
  const { name, primary, syncedFrom } = contact;
  const shown = <bdi className={classes.name}>{name}</bdi>;
  return (
    <Group gap={6} wrap="nowrap" title={name}>
      {actions ? (
        <UnstyledButton className={classes.edit ?? ''} onClick={() => actions.onEdit(contact)}>
          {shown}
        </UnstyledButton>
      ) : (
        shown
      )}
      {primary ? <Badge size="sm">Primary</Badge> : null}
      {syncedFrom ? (
        <Badge size="sm" variant="outline" title={syncedInWords(syncedFrom)}>
          {syncedFrom.goneOn === null ? 'PSA' : 'Gone in the PSA'}
        </Badge>
      ) : null}
    </Group>
  );
}

function rowActions(contact: Contact, { onEdit, onRemove }: ContactActions) {
  return (
    <Group gap={2} wrap="nowrap" justify="flex-end">
      <IconButton icon={Pencil} label={`Edit ${contact.name}`} onClick={() => onEdit(contact)} />
      {isOwnedThere(contact.syncedFrom, 'name') ? null : (
        <IconButton icon={Trash2} label={`Remove ${contact.name}`} onClick={() => onRemove(contact)} />
      )}
    </Group>
  );
}
