import { Badge, Button, CopyButton, Group, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import Trash2 from 'lucide-react/icons/trash-2';
import { deleteSurvey, type Survey } from '../../contract/csat.ts';
import { call } from '../api/call.ts';
import { formatMoment } from '../ui/days.ts';
import { FormError } from '../ui/FormError.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Panel } from '../ui/Panel.tsx';
import classes from './csat.module.css';
import { surveysQuery } from './queries.ts';

/** The survey links that were made, whether they were answered, and withdrawing them; nothing while there are none. */
export function SurveysPanel({ company }: { readonly company: string }) {
  const queryClient = useQueryClient();
  const surveys = useQuery(surveysQuery(company));
  const withdraw = useMutation({
    mutationFn: async (id: string) => {
      await call(deleteSurvey, { params: { id } });
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: surveysQuery(company).queryKey }),
  });
  if (!surveys.data || surveys.data.length === 0) return null;
  return (
    <Panel title="Survey links">
      <FormError error={withdraw.error} />
      <ul className={classes.responses}>
        {surveys.data.map((survey) => (
          <li key={survey.id} className={classes.response}>
            <div>
              <Group gap={8}>
                <Text fw={550}>{survey.contact?.name ?? 'Somebody at the company'}</Text>
                <State survey={survey} />
              </Group>
              <Text fz="xs" c="dimmed" className="qd-figures">
                {[
                  survey.about,
                  `made ${formatMoment(survey.createdAt)}`,
                  survey.mailedAt ? `sent by e-mail ${formatMoment(survey.mailedAt)}` : null,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
            </div>
            {survey.answeredAt === null ? (
              <Group gap={4} wrap="nowrap">
                <CopyButton value={survey.link}>
                  {({ copied, copy }) => (
                    <Button size="compact-sm" variant="default" onClick={copy}>
                      {copied ? 'Copied' : 'Copy link'}
                    </Button>
                  )}
                </CopyButton>
                <IconButton
                  icon={Trash2}
                  label={`Withdraw the link for ${survey.contact?.name ?? 'somebody at the company'}`}
                  onClick={() => withdraw.mutate(survey.id)}
                />
              </Group>
            ) : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function State({ survey: { answeredAt, expiresAt } }: { readonly survey: Survey }) {
  if (answeredAt !== null) return <Badge size="sm">Answered {formatMoment(answeredAt)}</Badge>;
  const expired = new Date(expiresAt) <= new Date();
  return (
    <Badge size="sm" color="gray">
      {expired ? 'Expired' : `Until ${formatMoment(expiresAt)}`}
    </Badge>
  );
}
