import { Button, Code, Group, Skeleton, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type SurveyMailText, updateSurveyMailText } from '../../../contract/survey-mails.ts';
import {
  MAIL_WORDS,
  surveyMail,
  surveyMailProblem,
  type SurveyMailText as Wording,
} from '../../../domain/csat/survey-mail.ts';
import { call } from '../../api/call.ts';
import { conflictOf } from '../../api/conflict.ts';
import { useMe } from '../../me/queries.ts';
import { ChangedMeanwhile } from '../../settings/ChangedMeanwhile.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { LoadFailed } from '../../ui/Notes.tsx';
import { Panel } from '../../ui/Panel.tsx';
import classes from '../csat.module.css';
import { mailTextQuery } from '../queries.ts';

/** How mails with survey links are worded, with one as it goes out. */
export function MailTextPanel() {
  const stored = useQuery(mailTextQuery);
  return (
    <Panel title="Survey e-mail">
      {stored.error && !stored.data ? (
        <LoadFailed error={stored.error} onRetry={() => void stored.refetch()} />
      ) : null}
      {stored.data ? <Editor stored={stored.data} /> : <Skeleton h={280} />}
    </Panel>
  );
}

function Editor({ stored }: { readonly stored: SurveyMailText }) {
  const queryClient = useQueryClient();
  const { workspace } = useMe();
  const [edited, setEdited] = useState<Wording | null>(null);
  const { subject, text } = edited ?? stored;
  const save = useMutation({
    mutationFn: (wording: Wording | null) =>
      call(updateSurveyMailText, { body: { wording }, ifMatch: stored.etag }),
    onSuccess: (saved) => {
      queryClient.setQueryData(mailTextQuery.queryKey, saved);
      setEdited(null);
    },
    onError: (error) => {
      const conflict = conflictOf<SurveyMailText>(error);
      if (conflict)
        queryClient.setQueryData(mailTextQuery.queryKey, { ...conflict.current, canSend: stored.canSend });
    },
  });
  const conflict = conflictOf<SurveyMailText>(save.error);
  const problem = surveyMailProblem({ subject, text });
  const preview = surveyMail(
    { subject, text },
    { link: 'https://…', contact: 'Mia Chen', about: 'Ticket 4711', asks: workspace.name },
  );
  const isChanged = edited !== null && (subject !== stored.subject || text !== stored.text);
  return (
    <Stack gap="sm">
      <ChangedMeanwhile changed={conflict?.changed ?? null} what="survey e-mail" />
      <Text fz="sm" c="dimmed">
        {stored.canSend
          ? 'Sent from a company’s Satisfaction page, one mail to one contact.'
          : 'No mail server is set (QUARTERDECK_SMTP_URL), so people copy it into their own mail program.'}
      </Text>
      <div className={classes.editor}>
        <Stack gap="sm">
          <TextInput
            label="Subject"
            required
            maxLength={200}
            value={subject}
            onChange={({ currentTarget }) => setEdited({ subject: currentTarget.value, text })}
          />
          <Textarea
            label="Text"
            required
            autosize
            minRows={8}
            maxLength={5000}
            value={text}
            error={problem}
            onChange={({ currentTarget }) => setEdited({ subject, text: currentTarget.value })}
          />
          <dl className={classes.words}>
            {Object.entries(MAIL_WORDS).map(([word, meaning]) => (
              <div key={word}>
                <dt>
                  <Code>{`{${word}}`}</Code>
                </dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
        </Stack>
        <section aria-label="As it goes out" className={classes.preview}>
          <Text fz="xs" c="dimmed">
            As it goes out to Mia Chen
          </Text>
          <Text fw={600} mb="xs">
            {preview.subject}
          </Text>
          <div>{preview.text}</div>
        </section>
      </div>
      <FormError error={conflict ? null : save.error} />
      <Group gap="xs">
        <Button
          onClick={() => save.mutate({ subject: subject.trim(), text: text.trim() })}
          loading={save.isPending}
          disabled={!isChanged || problem !== null || !subject.trim()}
        >
          Save wording
        </Button>
        {isChanged ? (
          <Button variant="default" onClick={() => setEdited(null)}>
            Discard
          </Button>
        ) : null}
        {stored.isDefault ? null : (
          <Button variant="subtle" onClick={() => save.mutate(null)}>
            Back to the product’s wording
          </Button>
        )}
      </Group>
    </Stack>
  );
}
