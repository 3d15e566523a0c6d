import { ActionIcon, Menu, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import EllipsisVertical from 'lucide-react/icons/ellipsis-vertical';
import { type FormEvent, useState } from 'react';
import type { AssessmentSummary } from '../../contract/assessments.ts';
import { EditModal } from '../editing/EditModal.tsx';
import { useMay } from '../me/queries.ts';
import { paths } from '../paths.ts';
import { ConfirmModal } from '../ui/ConfirmModal.tsx';
import { formatDay } from '../ui/days.ts';
import { useAssessmentChanges } from './use-assessment-changes.ts';

/** Reopening, dating and deleting an assessment. */
export function AssessmentMenu({ assessment }: { readonly assessment: AssessmentSummary }) {
  const navigate = useNavigate();
  const mayEdit = useMay('edit_companies');
  const [asked, setAsked] = useState<'date' | 'delete' | 'reopen' | null>(null);
  const { reopen, date, remove } = useAssessmentChanges(assessment);
  const { template, takenOn, company, status, scoreOnly } = assessment;
  if (!mayEdit) return null;
  const name = `${template} of ${formatDay(takenOn)}`;
  const close = () => setAsked(null);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={`More for ${name}`} size="lg">
            <EllipsisVertical size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {status === 'finished' && !scoreOnly ? (
            <Menu.Item onClick={() => setAsked('reopen')}>Reopen…</Menu.Item>
          ) : null}
          <Menu.Item onClick={() => setAsked('date')}>Change the date…</Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={() => setAsked('delete')}>Delete…</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {asked === 'reopen' ? (
        <ConfirmModal
          title="Reopen this assessment?"
          action="Reopen"
          pending={reopen.isPending}
          error={reopen.error}
          onConfirm={() =>
            reopen.mutate(undefined, {
              onSuccess: () => void navigate(paths.customerAssessment(company, assessment.id)),
            })
          }
          onClose={close}
        >
          {name} is in no metric until it is finished again.
        </ConfirmModal>
      ) : null}
      {asked === 'date' ? (
        <DateModal
          takenOn={takenOn}
          pending={date.isPending}
          error={date.error}
          onClose={close}
          onSave={(day) => date.mutate(day, { onSuccess: close })}
        />
      ) : null}
      {asked === 'delete' ? (
        <ConfirmModal
          title="Delete this assessment?"
          action="Delete"
          danger
          pending={remove.isPending}
          error={remove.error}
          onConfirm={() =>
            remove.mutate(undefined, { onSuccess: () => void navigate(paths.customerAssessments(company)) })
          }
          onClose={close}
        >
          {name} goes with its answers and notes, and out of every score that it is in.
        </ConfirmModal>
      ) : null}
    </>
  );
}

interface DateModalProps {
  readonly takenOn: string;
  readonly pending: boolean;
  readonly error: unknown;
  readonly onSave: (day: string) => void;
  readonly onClose: () => void;
}

function DateModal({ takenOn, pending, error, onSave, onClose }: DateModalProps) {
  const [day, setDay] = useState(takenOn);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (day !== '') onSave(day);
  };
  return (
    <EditModal
      title="When was it taken?"
      onClose={onClose}
      onSubmit={submit}
      pending={pending}
      error={error}
      action="Save"
    >
      <TextInput
        type="date"
        label="Date"
        required
        value={day}
        onChange={(event) => setDay(event.currentTarget.value)}
        data-autofocus
      />
    </EditModal>
  );
}
