import { Button, Menu, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import Ellipsis from 'lucide-react/icons/ellipsis';
import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import type { Onboarding } from '../../contract/onboarding.ts';
import type { Stage } from '../../domain/portfolio/facts.ts';
import { useMay } from '../me/queries.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { LoadFailed } from '../ui/Notes.tsx';
import { formatCount } from '../ui/numbers.ts';
import { Panel } from '../ui/Panel.tsx';
import { NoTasks } from './NoTasks.tsx';
import { OnboardingProgress } from './OnboardingProgress.tsx';
import { onboardingQuery } from './queries.ts';
import { RemoveTask } from './RemoveTask.tsx';
import { ShiftModal } from './ShiftModal.tsx';
import { StartModal } from './StartModal.tsx';
import { StartOverModal } from './StartOverModal.tsx';
import { TaskList } from './TaskList.tsx';
import { TaskModal } from './TaskModal.tsx';

/** What is being done: a task is added, changed or removed, those of the template are added, the days of all are moved, or all starts over. */
export type Doing =
  | { readonly what: 'add' }
  | { readonly what: 'start' }
  | { readonly what: 'shift' }
  | { readonly what: 'restart' }
  | { readonly what: 'edit' | 'remove'; readonly id: string }
  | null;

interface OnboardingPanelProps {
  readonly company: string;
  readonly stage: Stage;
}

/**
 * The tasks of a company's onboarding, on both sides, with how far it is. Of a company without tasks that is neither being onboarded
 * nor about to be, nothing is shown.
 */
export function OnboardingPanel({ company, stage }: OnboardingPanelProps) {
  const onboarding = useQuery(onboardingQuery(company));
  const mayEdit = useMay('edit_companies');
  const [doing, setDoing] = useState<Doing>(null);
  const { data } = onboarding;
  const expected = stage === 'onboarding' || stage === 'agreement';
  if (!expected && (data === undefined || data.tasks.length === 0)) return null;
  return (
    <div id="onboarding">
      <Panel
        title="Onboarding"
        actions={
          mayEdit && data && data.tasks.length > 0 ? <Actions onboarding={data} onDo={setDoing} /> : null
        }
      >
        {onboarding.error && !data ? (
          <LoadFailed error={onboarding.error} onRetry={() => void onboarding.refetch()} />
        ) : null}
        {onboarding.isPending ? <Skeleton h={200} /> : null}
        {data ? <Body onboarding={data} onDo={mayEdit ? setDoing : null} /> : null}
        {data ? <Dialogs onboarding={data} doing={doing} onClose={() => setDoing(null)} /> : null}
      </Panel>
    </div>
  );
}

interface ActionsProps {
  readonly onboarding: Onboarding;
  readonly onDo: (doing: Doing) => void;
}

function Actions({ onboarding: { stage, template, progress }, onDo }: ActionsProps) {
  const startsOver = (stage === 'onboarding' || stage === 'agreement') && template.tasks > 0;
  return (
    <>
      {template.missing > 0 ? (
        <Button size="xs" variant="subtle" onClick={() => onDo({ what: 'start' })}>
          Add {formatCount(template.missing, 'task', 'tasks')} of the template
        </Button>
      ) : null}
      {progress.nextDue === null ? null : (
        <Button size="xs" variant="subtle" onClick={() => onDo({ what: 'shift' })}>
          Move days
        </Button>
      )}
      <Button
        size="xs"
        variant="default"
        leftSection={<Plus size={14} aria-hidden />}
        onClick={() => onDo({ what: 'add' })}
      >
        Add task
      </Button>
      {startsOver ? (
        <Menu position="bottom-end">
          <Menu.Target>
            <IconButton icon={Ellipsis} label="More of the onboarding" />
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => onDo({ what: 'restart' })}>Start over</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </>
  );
}

interface BodyProps {
  readonly onboarding: Onboarding;
  /** Null: for somebody who only reads. */
  readonly onDo: ((doing: Doing) => void) | null;
}

/** Once a client is active and everything is done, the tasks are only shown to whoever asks. */
function Body({ onboarding, onDo }: BodyProps) {
  const { tasks, progress, stage } = onboarding;
  const over = stage !== 'onboarding' && progress.percent === 100;
  const [shown, setShown] = useState(!over);
  if (tasks.length === 0) return <NoTasks onboarding={onboarding} onDo={onDo} />;
  return (
    <>
      <OnboardingProgress progress={progress} />
      {shown ? (
        <TaskList onboarding={onboarding} onDo={onDo} />
      ) : (
        <Button size="compact-sm" variant="subtle" mt="sm" onClick={() => setShown(true)}>
          Show the tasks
        </Button>
      )}
    </>
  );
}

interface DialogsProps {
  readonly onboarding: Onboarding;
  readonly doing: Doing;
  readonly onClose: () => void;
}

function Dialogs({ onboarding, doing, onClose }: DialogsProps) {
  const { company, tasks } = onboarding;
  if (doing === null) return null;
  if (doing.what === 'add') return <TaskModal company={company} task={null} onClose={onClose} />;
  if (doing.what === 'shift') return <ShiftModal onboarding={onboarding} onClose={onClose} />;
  if (doing.what === 'restart') return <StartOverModal onboarding={onboarding} onClose={onClose} />;
  if (doing.what === 'start') return <StartModal onboarding={onboarding} onClose={onClose} />;
  const task = tasks.find(({ id }) => id === doing.id);
  if (!task) return null;
  return doing.what === 'edit' ? (
    <TaskModal company={company} task={task} onClose={onClose} />
  ) : (
    <RemoveTask task={task} onClose={onClose} />
  );
}
