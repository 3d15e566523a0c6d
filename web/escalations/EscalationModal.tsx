import { Select, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createEscalation, type Escalation, updateEscalation } from '../../contract/escalations.ts';
import { SEVERITIES } from '../../domain/engagement/escalation.ts';
import { call } from '../api/call.ts';
import { colleaguesQuery } from '../colleagues/queries.ts';
import { ClashNotice } from '../editing/ClashNotice.tsx';
import { EditModal } from '../editing/EditModal.tsx';
import editing from '../editing/editing.module.css';
import { hint } from '../editing/hint.ts';
import { useEditForm } from '../editing/use-edit-form.ts';
import { useEngagementChanged } from '../engagement/use-engagement-changed.ts';
import { useMe } from '../me/queries.ts';
import { clearButton } from '../ui/clear-button.ts';
import { type EscalationValues, escalationFields, escalationValues } from './escalation-fields.ts';
import { SEVERITY_NAMES } from './severity-names.ts';

interface EscalationModalProps {
  readonly company: string;
  /** Null: a new one. */
  readonly escalation: Escalation | null;
  readonly onClose: () => void;
}

const SEVERITY_CHOICES = SEVERITIES.map((value) => ({ value, label: SEVERITY_NAMES[value] }));
const STATUS_CHOICES = [
  { value: 'open', label: 'Open' },
  { value: 'resolved', label: 'Resolved' },
];

/** The dialog that opens an escalation, changes it, or resolves it. */
export function EscalationModal({ company, escalation, onClose }: EscalationModalProps) {
  const { user, workspace } = useMe();
  const changed = useEngagementChanged();
  const colleagues = useQuery(colleaguesQuery).data ?? [];
  const owners =
    escalation?.owner && !colleagues.some(({ id }) => id === escalation.owner?.id)
      ? [...colleagues, escalation.owner]
      : colleagues;
  const fields = escalationFields(owners);
  const { form, clash, decide, ...edit } = useEditForm<EscalationValues, Escalation>({
    fields,
    values: escalation ? escalationValues(escalation) : newEscalation(workspace.asOf, user.id),
    etag: escalation?.etag,
    valuesOf: escalationValues,
    save: ({ title, openedOn, ...values }, etag) => {
      const body = { ...values, ...(openedOn ? { openedOn } : {}) };
      return escalation
        ? call(updateEscalation, {
            params: { id: escalation.id },
            body: { ...body, ...(title === undefined ? {} : { title }) },
            ...(etag === undefined ? {} : { ifMatch: etag }),
          })
        : call(createEscalation, {
            params: { id: company },
            body: { owner: user.id, ...body, title: title ?? '' },
          });
    },
    onSaved: () => {
      void changed();
      onClose();
    },
  });
  const input = (name: keyof EscalationValues) => ({
    label: fields[name].label,
    ...form.getInputProps(name),
  });
  return (
    <EditModal
      title={escalation ? 'Edit escalation' : 'Open an escalation'}
      onClose={onClose}
      onSubmit={edit.submit}
      pending={edit.pending}
      error={edit.error}
      dirty={edit.dirty}
      action={escalation ? 'Save' : 'Open'}
    >
      {clash ? <ClashNotice clash={clash} fields={fields} onDecide={decide} /> : null}
      <TextInput {...input('title')} required data-autofocus dir="auto" />
      <Textarea {...input('description')} autosize minRows={2} dir="auto" />
      <div className={editing.pair}>
        <Select {...input('severity')} data={SEVERITY_CHOICES} placeholder="Not said" />
        <Select
          {...input('owner')}
          data={owners.map(({ id, name }) => ({ value: id, label: name }))}
          searchable
          clearable
          clearButtonProps={clearButton('Clear the owner')}
        />
        <TextInput {...input('openedOn')} type="date" required />
        <TextInput {...input('nextUpdateDue')} type="date" {...hint('When the client hears from us next')} />
      </div>
      {escalation ? (
        <>
          <Select {...input('status')} data={STATUS_CHOICES} allowDeselect={false} />
          <Textarea {...input('resolution')} autosize minRows={2} dir="auto" />
        </>
      ) : null}
    </EditModal>
  );
}

const newEscalation = (openedOn: string, owner: string): EscalationValues => ({
  title: '',
  description: null,
  severity: null,
  openedOn,
  owner,
  nextUpdateDue: null,
  status: 'open',
  resolution: null,
});
