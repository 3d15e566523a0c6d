import { Button, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { createActionItem } from '../../contract/action-items.ts';
import type { Meeting } from '../../contract/meetings.ts';
import { type ActionLine, readActionLine } from '../../domain/engagement/action-line.ts';
import { call } from '../api/call.ts';
import { colleaguesQuery } from '../colleagues/queries.ts';
import { contactsQuery } from '../contacts/queries.ts';
import { useEngagementChanged } from '../engagement/use-engagement-changed.ts';
import { useMay, useMe } from '../me/queries.ts';
import { formatDay } from '../ui/days.ts';
import { FormError } from '../ui/FormError.tsx';
import { Panel } from '../ui/Panel.tsx';
import { ActionItemLine } from './ActionItemLine.tsx';
import classes from './action-items.module.css';

/** What is promised at a meeting, each typed in one line. */
export function ActionItemsPanel({ meeting }: { readonly meeting: Meeting }) {
  const mayEdit = useMay('edit_companies');
  const entry = useRef<HTMLInputElement>(null);
  return (
    <Panel title="Action items">
      {meeting.actionItems.length === 0 ? (
        <Text fz="sm" c="dimmed">
          None yet
        </Text>
      ) : (
        <ul className={classes.list}>
          {meeting.actionItems.map((item) => (
            <ActionItemLine key={item.id} item={item} onDeleted={() => entry.current?.focus()} />
          ))}
        </ul>
      )}
      {mayEdit ? <Entry meeting={meeting} input={entry} /> : null}
    </Panel>
  );
}

interface EntryProps {
  readonly meeting: Meeting;
  readonly input: React.RefObject<HTMLInputElement | null>;
}

function Entry({ meeting, input }: EntryProps) {
  const { asOf } = useMe().workspace;
  const users = useQuery(colleaguesQuery).data ?? [];
  const contacts = useQuery(contactsQuery(meeting.company.id)).data ?? [];
  const changed = useEngagementChanged();
  const [line, setLine] = useState('');
  const read = readActionLine(line, { asOf, users, contacts });
  const add = useMutation({
    mutationFn: (body: ActionLine) => call(createActionItem, { params: { id: meeting.id }, body }),
    onSuccess: async () => {
      setLine('');
      await changed();
      input.current?.focus();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (read.title !== '' && !add.isPending) add.mutate(read);
  };
  return (
    <form onSubmit={submit}>
      <div className={classes.entry}>
        <TextInput
          ref={input}
          aria-label="New action item"
          placeholder="Send the quote @dana friday"
          value={line}
          onChange={(event) => setLine(event.currentTarget.value)}
          description={
            line.trim() === '' ? 'Who with @, when at the end: one line, Enter' : inWords(read, users)
          }
          inputWrapperOrder={['label', 'input', 'description', 'error']}
        />
        <Button type="submit" variant="default" loading={add.isPending} disabled={read.title === ''}>
          Add
        </Button>
      </div>
      <FormError error={add.error} />
    </form>
  );
}

/** What was understood, while it is typed. */
function inWords(
  { title, owner, ownerName, dueDate }: ActionLine,
  users: readonly { readonly id: string; readonly name: string }[],
): string {
  const who =
    users.find(({ id }) => id === owner)?.name ??
    (ownerName === null ? 'nobody named' : `${ownerName} (client)`);
  return `${title} · ${who} · ${dueDate === null ? 'no date' : `due ${formatDay(dueDate)}`}`;
}
