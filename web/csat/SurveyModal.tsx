import {
  Button,
  CopyButton,
  Group,
  Modal,
  NumberInput,
  Select,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { createSurvey, type Survey } from '../../contract/csat.ts';
import { mailSurvey } from '../../contract/survey-mails.ts';
import { DEFAULT_SURVEY_MAIL, surveyMail } from '../../domain/csat/survey-mail.ts';
import { call } from '../api/call.ts';
import { contactsQuery } from '../contacts/queries.ts';
import { EditModal } from '../editing/EditModal.tsx';
import { useMe } from '../me/queries.ts';
import { CopyLine } from '../ui/CopyLine.tsx';
import { formatMoment } from '../ui/days.ts';
import { FormError } from '../ui/FormError.tsx';
import classes from './csat.module.css';
import { mailTextQuery, surveysQuery } from './queries.ts';

interface SurveyModalProps {
  readonly company: string;
  readonly onClose: () => void;
}

/** Makes a survey link, and then shows it with an e-mail to paste. */
export function SurveyModal({ company, onClose }: SurveyModalProps) {
  const queryClient = useQueryClient();
  const contacts = useQuery(contactsQuery(company));
  const [contact, setContact] = useState<string | null>(null);
  const [about, setAbout] = useState('');
  const [days, setDays] = useState(30);
  const make = useMutation({
    mutationFn: () =>
      call(createSurvey, {
        params: { id: company },
        body: { contact, days, ...(about.trim() ? { about: about.trim() } : {}) },
      }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: surveysQuery(company).queryKey }),
  });
  if (make.data) return <Made company={company} survey={make.data} onClose={onClose} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate();
  };
  return (
    <EditModal
      title="Ask for feedback"
      action="Make survey link"
      onClose={onClose}
      onSubmit={submit}
      pending={make.isPending}
      error={make.error}
    >
      <Select
        label="Who is asked"
        placeholder="Somebody at the company"
        clearable
        searchable
        value={contact}
        onChange={setContact}
        data={(contacts.data ?? [])
          .filter(({ active }) => active)
          .map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextInput
        label="About"
        description="Stands on the page, such as a ticket or a project."
        maxLength={200}
        value={about}
        onChange={({ currentTarget }) => setAbout(currentTarget.value)}
      />
      <NumberInput
        label="The link can be used for"
        suffix=" days"
        min={1}
        max={365}
        allowDecimal={false}
        clampBehavior="strict"
        value={days}
        onChange={(value) => typeof value === 'number' && setDays(value)}
      />
    </EditModal>
  );
}

interface MadeProps extends SurveyModalProps {
  readonly survey: Survey;
}

function Made({ company, survey, onClose }: MadeProps) {
  const queryClient = useQueryClient();
  const { workspace } = useMe();
  const wording = useQuery(mailTextQuery).data;
  const { link, about, contact } = survey;
  const facts = { link, about, contact: contact?.name ?? null, asks: workspace.name };
  const { text } = surveyMail(wording ?? DEFAULT_SURVEY_MAIL, facts);
  const send = useMutation({
    mutationFn: () => call(mailSurvey, { params: { id: survey.id } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: surveysQuery(company).queryKey }),
  });
  return (
    <Modal opened onClose={onClose} title="Survey link" size="lg">
      <Stack gap="md">
        <CopyLine label="Link" value={survey.link}>
          One answer, without signing in, until {formatMoment(survey.expiresAt)}.
        </CopyLine>
        <Textarea label="E-mail to paste" readOnly autosize value={text} className={classes.mail ?? ''} />
        <FormError error={send.error} />
        {send.data ? (
          <Text fz="sm" role="status">
            Sent to {send.data.sentTo}.
          </Text>
        ) : null}
        <Group justify="flex-end" gap="xs">
          {wording?.canSend && contact && !send.data ? (
            <Button variant="default" onClick={() => send.mutate()} loading={send.isPending}>
              Send to {contact.name}
            </Button>
          ) : null}
          <CopyButton value={text}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? 'Copied' : 'Copy e-mail'}
              </Button>
            )}
          </CopyButton>
          <Button onClick={onClose}>Done</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
