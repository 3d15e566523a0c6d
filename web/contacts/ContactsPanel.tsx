import { Button, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import type { Contact } from '../../contract/contacts.ts';
import { useMay } from '../me/queries.ts';
import { DataTable } from '../ui/DataTable.tsx';
import { LoadFailed } from '../ui/Notes.tsx';
import { formatWhole } from '../ui/numbers.ts';
import { Panel } from '../ui/Panel.tsx';
import { type Sort, sortRows } from '../ui/sort-rows.ts';
import { ContactModal } from './ContactModal.tsx';
import { contactColumns } from './contact-columns.tsx';
import { contactsQuery } from './queries.ts';
import { RemoveContact } from './RemoveContact.tsx';

/** What is being done to a contact, by its id. */
type Doing = { readonly what: 'add' } | { readonly what: 'edit' | 'remove'; readonly id: string } | null;

/** The people at a company, for those who may also to add, change and remove. */
export function ContactsPanel({ company }: { readonly company: string }) {
  const contacts = useQuery(contactsQuery(company));
  const mayEdit = useMay('edit_companies');
  const [doing, setDoing] = useState<Doing>(null);
  const found = contacts.data?.find((contact) => doing && 'id' in doing && contact.id === doing.id);
  const close = () => setDoing(null);
  return (
    <Panel
      title="Contacts"
      actions={
        mayEdit ? (
          <Button
            variant="default"
            size="xs"
            leftSection={<Plus size={14} aria-hidden />}
            onClick={() => setDoing({ what: 'add' })}
          >
            Add contact
          </Button>
        ) : null
      }
    >
      {contacts.error ? (
        <LoadFailed error={contacts.error} onRetry={() => void contacts.refetch()} />
      ) : contacts.data ? (
        <Contacts contacts={contacts.data} onDo={mayEdit ? setDoing : null} />
      ) : (
        <Skeleton h={120} />
      )}
      {doing?.what === 'add' ? <ContactModal company={company} contact={null} onClose={close} /> : null}
      {doing?.what === 'edit' && found ? (
        <ContactModal company={company} contact={found} onClose={close} />
      ) : null}
      {doing?.what === 'remove' && found ? <RemoveContact contact={found} onClose={close} /> : null}
    </Panel>
  );
}

interface ContactsProps {
  readonly contacts: readonly Contact[];
  readonly onDo: ((doing: Doing) => void) | null;
}

function Contacts({ contacts, onDo }: ContactsProps) {
  const [sort, setSort] = useState<Sort>({ column: 'name', order: 'asc' });
  if (contacts.length === 0)
    return (
      <Text fz="sm" c="dimmed">
        No contacts yet. Active ones count as employees until the PSA or a number set by hand says how many
        there are.
      </Text>
    );
  const active = contacts.filter((contact) => contact.active).length;
  const actions = onDo && {
    onEdit: ({ id }: Contact) => onDo({ what: 'edit', id }),
    onRemove: ({ id }: Contact) => onDo({ what: 'remove', id }),
  };
  return (
    <>
      <Text fz="sm" c="dimmed" mb="xs" className="qd-figures">
        {formatWhole(active)} of {formatWhole(contacts.length)} active. They count as employees until the PSA
        or a number set by hand says how many there are.
      </Text>
      <DataTable
        label="People at this company"
        columns={contactColumns(actions)}
        rows={sortRows(contacts, (contact) => contact[sort.column as 'name' | 'title' | 'email'], sort.order)}
        rowKey={({ id }) => id}
        sort={sort}
        onSort={setSort}
        maxHeight="480px"
      />
    </>
  );
}
