import { Button, Group, Skeleton, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import type { OnboardingTemplate } from '../../../contract/onboarding-template.ts';
import { colleaguesQuery } from '../../colleagues/queries.ts';
import { ChangedMeanwhile } from '../../settings/ChangedMeanwhile.tsx';
import { SaveBar } from '../../settings/SaveBar.tsx';
import { EmptyNote, LoadFailed } from '../../ui/Notes.tsx';
import { formatCount } from '../../ui/numbers.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { onboardingTemplateQuery } from '../queries.ts';
import { TemplateTasks } from './TemplateTasks.tsx';
import { newTask, problemsOf, starterDraft } from './template-draft.ts';
import { useTemplateDraft } from './use-template-draft.ts';

/** The tasks that every onboarding begins with, edited as a whole and saved once. */
export function OnboardingTemplatePage() {
  const { data, error, refetch } = useQuery(onboardingTemplateQuery);
  return (
    <>
      <PageHeader
        title="Onboarding Template"
        note="The tasks of both sides that the onboarding of every new client begins with"
      />
      {data ? <Editor loaded={data} /> : null}
      {!data && error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Skeleton h={420} /> : null}
    </>
  );
}

function Editor({ loaded }: { readonly loaded: OnboardingTemplate }) {
  const { draft, set, changes, meanwhile, pending, error, save, discard } = useTemplateDraft(loaded);
  const users = useQuery(colleaguesQuery).data ?? [];
  const [opened, setOpened] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const problems = problemsOf(draft);
  const add = () => {
    const task = newTask();
    set([...draft, task]);
    setOpened(task.key);
  };
  const addButton = (
    <Button variant="default" leftSection={<Plus size={16} aria-hidden />} onClick={add}>
      Add task
    </Button>
  );
  return (
    <>
      <ChangedMeanwhile changed={meanwhile} what="onboarding template" />
      {draft.length === 0 ? (
        <EmptyNote
          title="No tasks"
          action={
            <Group gap="sm" mt="xs">
              <Button onClick={() => set(starterDraft())}>Begin with the starter tasks</Button>
              {addButton}
            </Group>
          }
        >
          Nothing is given to a new client. The starter tasks are what many MSPs do in six weeks from
          agreement to kick-off: change them to yours.
        </EmptyNote>
      ) : (
        <Panel title={formatCount(draft.length, 'task', 'tasks')} actions={addButton}>
          <TemplateTasks
            draft={draft}
            users={users}
            opened={opened}
            onOpen={setOpened}
            onChange={set}
            onSaid={setSaid}
          />
        </Panel>
      )}
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      <SaveBar
        changes={changes}
        effect={
          problems.length > 0
            ? problems.slice(0, 2).join(' ')
            : 'Holds for onboardings from now on; what clients have already is theirs'
        }
        incomplete={problems.length > 0}
        pending={pending}
        error={error}
        onSave={save}
        onDiscard={discard}
      />
    </>
  );
}
