import { Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import {
  createOnboardingTask,
  type OnboardingTask,
  updateOnboardingTask,
} from '../../contract/onboarding.ts';
import type { Named } from '../../contract/values.ts';
import { call } from '../api/call.ts';
import { colleaguesQuery } from '../colleagues/queries.ts';
import { useCompanyChanged } from '../companies/use-company-changed.ts';
import { contactsQuery } from '../contacts/queries.ts';
import { ClashNotice } from '../editing/ClashNotice.tsx';
import { EditModal } from '../editing/EditModal.tsx';
import editing from '../editing/editing.module.css';
import { useEditForm } from '../editing/use-edit-form.ts';
import { clearButton } from '../ui/clear-button.ts';
import { SIDE_CHOICES } from './side-names.ts';
import { NEW_TASK, type TaskValues, taskFields, taskValues } from './task-fields.ts';

interface TaskModalProps {
  readonly company: string;
  /** Null: a new one. */
  readonly task: OnboardingTask | null;
  readonly onClose: () => void;
}

/** The dialog that adds a task to an onboarding, or changes one. A task has one owner: naming another lets go of the first. */
export function TaskModal({ company, task, onClose }: TaskModalProps) {
  const changed = useCompanyChanged();
  const users = withNamed(useQuery(colleaguesQuery).data ?? [], task?.owner);
  const contacts = withNamed(useQuery(contactsQuery(company)).data ?? [], task?.contact);
  const fields = taskFields(users, contacts);
  const { form, clash, decide, ...edit } = useEditForm<TaskValues, OnboardingTask>({
    fields,
    values: task ? taskValues(task) : NEW_TASK,
    etag: task?.etag,
    valuesOf: taskValues,
    save: (values, etag) =>
      task
        ? call(updateOnboardingTask, {
            params: { id: task.id },
            body: values,
            ...(etag === undefined ? {} : { ifMatch: etag }),
          })
        : call(createOnboardingTask, {
            params: { id: company },
            body: { title: '', side: NEW_TASK.side, ...values },
          }),
    onSaved: () => {
      void changed();
      onClose();
    },
  });
  const input = (name: keyof TaskValues) => ({ label: fields[name].label, ...form.getInputProps(name) });
  const name = (who: 'owner' | 'contact' | 'ownerName', value: string | null) => {
    form.setFieldValue(who, value ?? '');
    if (value) for (const other of OWNERS) if (other !== who) form.setFieldValue(other, NOBODY[other]);
  };
  const ours = form.values.side !== 'client';
  const [who, people] = ours ? (['owner', users] as const) : (['contact', contacts] as const);
  return (
    <EditModal
      title={task ? 'Edit task' : 'Add task'}
      onClose={onClose}
      onSubmit={edit.submit}
      pending={edit.pending}
      error={edit.error}
      dirty={edit.dirty}
      action={task ? 'Save' : 'Add task'}
    >
      {clash ? <ClashNotice clash={clash} fields={fields} onDecide={decide} /> : null}
      <TextInput {...input('title')} required data-autofocus dir="auto" />
      <Textarea {...input('description')} autosize minRows={2} dir="auto" />
      <div className={editing.pair}>
        <Select
          {...input('side')}
          data={[...SIDE_CHOICES]}
          allowDeselect={false}
          onChange={(side) => {
            form.setFieldValue('side', side);
            for (const one of ['owner', 'contact'] as const) form.setFieldValue(one, null);
          }}
        />
        <TextInput {...input('dueDate')} type="date" />
        <Select
          {...input(who)}
          data={people.map(({ id, name: label }) => ({ value: id, label }))}
          onChange={(id) => name(who, id)}
          searchable
          clearable
          clearButtonProps={clearButton('Clear the owner')}
          nothingFoundMessage="Nobody has that name"
        />
        <TextInput
          {...input('ownerName')}
          placeholder={ours ? 'Project team' : 'Office manager'}
          onChange={(event) => name('ownerName', event.currentTarget.value)}
          dir="auto"
        />
      </div>
      <Checkbox label={fields.required.label} {...form.getInputProps('required', { type: 'checkbox' })} />
      <Textarea {...input('note')} autosize minRows={2} dir="auto" />
    </EditModal>
  );
}

const OWNERS = ['owner', 'contact', 'ownerName'] as const;
const NOBODY = { owner: null, contact: null, ownerName: '' } as const;

/** The people to choose among, with whoever is named and is not among them any more. */
function withNamed(people: readonly Named[], named: Named | null | undefined): readonly Named[] {
  return named && !people.some(({ id }) => id === named.id) ? [...people, named] : people;
}
