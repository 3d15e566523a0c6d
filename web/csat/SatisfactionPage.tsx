import { Button, Group, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import Mail from 'lucide-react/icons/mail';
import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import { useMay } from '../me/queries.ts';
import { EmptyNote, LoadFailed } from '../ui/Notes.tsx';
import { AddResponse } from './AddResponse.tsx';
import { CsatFigures } from './CsatFigures.tsx';
import classes from './csat.module.css';
import { csatQuery } from './queries.ts';
import { ResponsesPanel } from './ResponsesPanel.tsx';
import { SurveyModal } from './SurveyModal.tsx';
import { SurveysPanel } from './SurveysPanel.tsx';

/** How satisfied a company is: the share of the last 90 days, the last twelve months, every response, and asking for more. */
export function SatisfactionPage() {
  const { id } = useParams({ from: '/app/customers/$id' });
  const csat = useQuery(csatQuery(id));
  const mayEdit = useMay('edit_companies');
  const [doing, setDoing] = useState<'ask' | 'add' | null>(null);
  if (csat.error) return <LoadFailed error={csat.error} onRetry={() => void csat.refetch()} />;
  if (!csat.data) return <Skeleton h={360} />;
  const close = () => setDoing(null);
  const buttons = mayEdit ? (
    <Group gap="xs">
      <Button variant="default" leftSection={<Plus size={15} aria-hidden />} onClick={() => setDoing('add')}>
        Add response
      </Button>
      <Button leftSection={<Mail size={15} aria-hidden />} onClick={() => setDoing('ask')}>
        Ask for feedback
      </Button>
    </Group>
  ) : null;
  return (
    <div className={classes.page}>
      {csat.data.items.length === 0 ? (
        <EmptyNote title="No responses yet" action={buttons}>
          Send somebody at this company a survey link: one click, no sign-in. Or add what they said on the
          phone.
        </EmptyNote>
      ) : (
        <>
          <Group justify="flex-end">{buttons}</Group>
          <CsatFigures csat={csat.data} />
          <ResponsesPanel items={csat.data.items} />
        </>
      )}
      {mayEdit ? <SurveysPanel company={id} /> : null}
      {doing === 'ask' ? <SurveyModal company={id} onClose={close} /> : null}
      {doing === 'add' ? <AddResponse company={id} onClose={close} /> : null}
    </div>
  );
}
