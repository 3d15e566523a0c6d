import { Button, Group, Text } from '@mantine/core';
import type { Onboarding } from '../../contract/onboarding.ts';
import { useMay } from '../me/queries.ts';
import { paths } from '../paths.ts';
import { AnchorLink } from '../ui/links.tsx';
import { formatCount } from '../ui/numbers.ts';
import type { Doing } from './OnboardingPanel.tsx';

interface NoTasksProps {
  readonly onboarding: Onboarding;
  /** Null: for somebody who only reads. */
  readonly onDo: ((doing: Doing) => void) | null;
}

/** Said where an onboarding has no tasks yet, with where they come from. */
export function NoTasks({ onboarding: { template, stage }, onDo }: NoTasksProps) {
  const maySet = useMay('change_settings');
  return (
    <>
      <Text fz="sm" c="dimmed">
        {template.tasks === 0
          ? 'No tasks yet. With a template, every new client is given the same ones, for both sides and with days.'
          : stage === 'onboarding'
            ? `No tasks yet. The template has ${formatCount(template.tasks, 'task', 'tasks')}.`
            : `The ${formatCount(template.tasks, 'task', 'tasks')} of the template are added when the company moves to onboarding.`}
      </Text>
      <Group gap="sm" mt="sm">
        {onDo && template.tasks > 0 ? (
          <Button
            size="xs"
            variant={stage === 'onboarding' ? 'filled' : 'default'}
            onClick={() => onDo({ what: 'start' })}
          >
            Begin with the template
          </Button>
        ) : null}
        {template.tasks === 0 && maySet ? (
          <AnchorLink {...paths.onboardingTemplate()} fz="sm">
            Make a template
          </AnchorLink>
        ) : null}
        {onDo ? (
          <Button size="xs" variant="default" onClick={() => onDo({ what: 'add' })}>
            Add task
          </Button>
        ) : null}
      </Group>
    </>
  );
}
