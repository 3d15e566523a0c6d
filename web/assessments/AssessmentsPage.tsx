import { Button, Group, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import { useMay } from '../me/queries.ts';
import { paths } from '../paths.ts';
import { EmptyNote, LoadFailed } from '../ui/Notes.tsx';
import { Panel } from '../ui/Panel.tsx';
import { AssessmentList } from './AssessmentList.tsx';
import classes from './assessments.module.css';
import { Comparison } from './Comparison.tsx';
import { ImportModal } from './ImportModal.tsx';
import { assessmentsQuery } from './queries.ts';
import { ScoreTrends } from './ScoreTrends.tsx';
import { StartModal } from './StartModal.tsx';

/** A company's assessments: where it stands, how that has moved, and what has become better and worse. */
export function AssessmentsPage() {
  const { id } = useParams({ from: '/app/customers/$id' });
  const { compare = [] } = useSearch({ from: '/app/customers/$id/assessments/' });
  const navigate = useNavigate();
  const mayEdit = useMay('edit_companies');
  const [dialog, setDialog] = useState<'start' | 'import' | null>(null);
  const { data, error, refetch } = useQuery(assessmentsQuery(id));
  if (!data && error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton h={320} />;
  const { items } = data;
  const choose = (chosen: readonly string[]) =>
    void navigate({ ...paths.customerAssessments(id, chosen), replace: true, resetScroll: false });
  const chosen = items.filter((it) => compare.includes(it.id));
  const [after, before] = chosen;
  const close = () => setDialog(null);
  return (
    <div className={classes.page}>
      <Panel
        title="Assessments"
        actions={
          mayEdit ? (
            <Group gap="xs" justify="flex-end">
              <Button size="xs" variant="default" onClick={() => setDialog('import')}>
                Import…
              </Button>
              <Button
                size="xs"
                leftSection={<Plus size={14} aria-hidden />}
                onClick={() => setDialog('start')}
              >
                Start
              </Button>
            </Group>
          ) : null
        }
      >
        {items.length === 0 ? (
          <EmptyNote title="Not assessed yet">
            {mayEdit
              ? 'Go through a template together with the client, or import what was assessed elsewhere. The score counts in health.'
              : 'What is assessed shows here with its scores.'}
          </EmptyNote>
        ) : (
          <AssessmentList assessments={items} chosen={chosen.map((it) => it.id)} onChoose={choose} />
        )}
      </Panel>
      {after && before ? <Comparison after={after} before={before} onClose={() => choose([])} /> : null}
      <ScoreTrends assessments={items} />
      {dialog === 'start' ? <StartModal company={id} onClose={close} /> : null}
      {dialog === 'import' ? <ImportModal company={id} onClose={close} /> : null}
    </div>
  );
}
