import { MultiSelect, NumberInput, Select, TagsInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { createMeeting, type Meeting, updateMeeting } from '../../contract/meetings.ts';
import {
  MEETING_KIND_NAMES,
  MEETING_KINDS,
  MEETING_METHOD_NAMES,
  MEETING_METHODS,
} from '../../domain/engagement/meeting-kinds.ts';
import { call } from '../api/call.ts';
import { colleaguesQuery } from '../colleagues/queries.ts';
import { contactsQuery } from '../contacts/queries.ts';
import { ClashNotice } from '../editing/ClashNotice.tsx';
import { EditModal } from '../editing/EditModal.tsx';
import editing from '../editing/editing.module.css';
import { hint } from '../editing/hint.ts';
import { useEditForm } from '../editing/use-edit-form.ts';
import { useEngagementChanged } from '../engagement/use-engagement-changed.ts';
import { escalationsQuery } from '../escalations/queries.ts';
import { useMe } from '../me/queries.ts';
import { clearButton } from '../ui/clear-button.ts';
import { type MeetingValues, meetingFields, meetingValues } from './meeting-fields.ts';
import { companyRecommendationsQuery } from './recommendation-choices.ts';

interface MeetingModalProps {
  readonly company: string;
  /** Null: a new one. */
  readonly meeting: Meeting | null;
  /** What a new one begins with. */
  readonly begin?: Partial<MeetingValues>;
  readonly onClose: () => void;
  readonly onSaved?: (meeting: Meeting) => void;
}

const KINDS = MEETING_KINDS.map((value) => ({ value, label: MEETING_KIND_NAMES[value] }));
const METHODS = MEETING_METHODS.map((value) => ({ value, label: MEETING_METHOD_NAMES[value] }));

/** The dialog that plans a meeting, or changes when, where, how and with whom it is. */
export function MeetingModal({ company, meeting, begin, onClose, onSaved }: MeetingModalProps) {
  const { user, workspace } = useMe();
  const changed = useEngagementChanged();
  const choices = useMeetingChoices(company, meeting);
  const fields = meetingFields(choices);
  const [start] = useState(() =>
    meeting ? meetingValues(meeting) : { ...newMeeting(workspace.asOf, user.id), ...begin },
  );
  const { form, clash, decide, ...edit } = useEditForm<MeetingValues, Meeting>({
    fields,
    values: start,
    etag: meeting?.etag,
    valuesOf: meetingValues,
    save: (values, etag) => saved(company, meeting, meeting ? values : { ...start, ...values }, etag),
    onSaved: (stored) => {
      void changed();
      onClose();
      if (stored) onSaved?.(stored);
    },
  });
  const input = (name: keyof MeetingValues) => ({ label: fields[name].label, ...form.getInputProps(name) });
  const several = (name: keyof MeetingValues, data: { value: string; label: string }[]) => ({
    ...input(name),
    data,
    searchable: true,
    clearable: true,
    clearButtonProps: clearButton(`Clear: ${fields[name].label}`),
  });
  return (
    <EditModal
      title={meeting ? 'Edit meeting' : 'Plan a meeting'}
      onClose={onClose}
      onSubmit={edit.submit}
      pending={edit.pending}
      error={edit.error}
      dirty={edit.dirty}
      action={meeting ? 'Save' : 'Plan meeting'}
    >
      {clash ? <ClashNotice clash={clash} fields={fields} onDecide={decide} /> : null}
      <div className={editing.pair}>
        <Select {...input('kind')} data={KINDS} allowDeselect={false} data-autofocus />
        <Select
          {...input('method')}
          data={METHODS}
          placeholder="Not decided"
          clearable
          clearButtonProps={clearButton('Clear the method')}
        />
        <TextInput {...input('date')} type="date" required />
        <div className={editing.pair}>
          <TextInput {...input('startTime')} type="time" />
          <NumberInput {...input('durationMinutes')} min={0} max={1440} step={15} hideControls />
        </div>
      </div>
      <TextInput {...input('location')} {...hint(`Time is that of ${workspace.timeZone}`)} />
      <div className={editing.pair}>
        <MultiSelect {...several('attendees', choices.colleagues.map(named))} />
        <MultiSelect {...several('clientAttendees', choices.contacts.map(named))} />
      </div>
      <TagsInput {...input('otherAttendees')} {...hint('Names, each with Enter')} splitChars={[',']} />
      <MultiSelect {...several('recommendations', choices.recommendations.map(titled))} />
      {form.values.kind === 'escalation' ? (
        <Select
          {...input('escalation')}
          data={choices.escalations.map(titled)}
          placeholder="None"
          clearable
          clearButtonProps={clearButton('Clear the escalation')}
        />
      ) : null}
    </EditModal>
  );
}

const named = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
const titled = ({ id, title }: { id: string; title: string }) => ({ value: id, label: title });

const newMeeting = (date: string, user: string): MeetingValues => ({
  kind: 'pulse',
  date,
  startTime: null,
  durationMinutes: null,
  method: null,
  location: null,
  attendees: [user],
  clientAttendees: [],
  otherAttendees: [],
  recommendations: [],
  escalation: null,
});

function saved(
  company: string,
  meeting: Meeting | null,
  values: Partial<MeetingValues>,
  etag: string | undefined,
) {
  const { kind, date, attendees, clientAttendees, otherAttendees, recommendations, ...rest } = values;
  const body = {
    ...rest,
    ...(attendees ? { attendees: [...attendees] } : {}),
    ...(clientAttendees ? { clientAttendees: [...clientAttendees] } : {}),
    ...(otherAttendees ? { otherAttendees: [...otherAttendees] } : {}),
    ...(recommendations ? { recommendations: [...recommendations] } : {}),
  };
  if (meeting)
    return call(updateMeeting, {
      params: { id: meeting.id },
      body: { ...body, ...(kind ? { kind } : {}), ...(date ? { date } : {}) },
      ...(etag === undefined ? {} : { ifMatch: etag }),
    });
  return call(createMeeting, { params: { id: company }, body: { ...body, kind: kind!, date: date! } });
}

/** Whom and what a meeting with a company can name; what it names already is among them whatever has become of it. */
function useMeetingChoices(company: string, meeting: Meeting | null) {
  const colleagues = useQuery(colleaguesQuery).data ?? [];
  const contacts = useQuery(contactsQuery(company)).data ?? [];
  const recommendations = useQuery(companyRecommendationsQuery(company)).data ?? [];
  const escalations = useQuery(escalationsQuery(company)).data ?? [];
  return {
    colleagues: withKept(colleagues, meeting?.attendees),
    contacts: withKept(contacts, meeting?.clientAttendees),
    recommendations: withKept(recommendations, meeting?.recommendations),
    escalations: withKept(escalations, meeting?.escalation ? [meeting.escalation] : []),
  };
}

function withKept<T extends { readonly id: string }>(list: readonly T[], kept: readonly T[] = []): T[] {
  return [...list, ...kept.filter(({ id }) => !list.some((entry) => entry.id === id))];
}
