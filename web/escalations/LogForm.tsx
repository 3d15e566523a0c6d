import { Button, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { createLogEntry, type Escalation } from '../../contract/escalations.ts';
import { COMMUNICATION_METHODS, type CommunicationMethod } from '../../domain/engagement/escalation.ts';
import { call } from '../api/call.ts';
import { useEngagementChanged } from '../engagement/use-engagement-changed.ts';
import { FormError } from '../ui/FormError.tsx';
import classes from './escalations.module.css';
import { COMMUNICATION_METHOD_NAMES } from './severity-names.ts';

const METHODS = COMMUNICATION_METHODS.map((value) => ({ value, label: COMMUNICATION_METHOD_NAMES[value] }));

/** Notes what was said, to whom and how, and by when the next update is promised. */
export function LogForm({
  escalation,
  onDone,
}: {
  readonly escalation: Escalation;
  readonly onDone: () => void;
}) {
  const changed = useEngagementChanged();
  const [text, setText] = useState('');
  const [audience, setAudience] = useState<'client' | 'internal'>('client');
  const [method, setMethod] = useState<CommunicationMethod | null>(null);
  const [toWhom, setToWhom] = useState('');
  const [next, setNext] = useState(escalation.nextUpdateDue ?? '');
  const save = useMutation({
    mutationFn: () =>
      call(createLogEntry, {
        params: { id: escalation.id },
        body: { text, audience, method, toWhom: toWhom.trim() || null, nextUpdateDue: next || null },
      }),
    onSuccess: onDone,
    onSettled: changed,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') save.mutate();
  };
  return (
    <form onSubmit={submit} className={classes.entry}>
      <Textarea
        label="What was said"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        autosize
        minRows={2}
        required
        autoFocus
        className={classes.wide ?? ''}
      />
      <SegmentedControl
        aria-label="To the client or internal"
        data={[
          { value: 'client', label: 'To the client' },
          { value: 'internal', label: 'Internal' },
        ]}
        value={audience}
        onChange={(value) => setAudience(value === 'client' ? 'client' : 'internal')}
      />
      <TextInput label="To whom" value={toWhom} onChange={(event) => setToWhom(event.currentTarget.value)} />
      <Select
        label="How"
        data={METHODS}
        value={method}
        onChange={(value) => setMethod(value as CommunicationMethod | null)}
      />
      <TextInput
        label="Next update by"
        type="date"
        value={next}
        onChange={(event) => setNext(event.currentTarget.value)}
      />
      <Button type="submit" loading={save.isPending} disabled={text.trim() === ''}>
        Save
      </Button>
      <FormError error={save.error} />
    </form>
  );
}
