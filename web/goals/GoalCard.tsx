import { Badge, Button, Group, Progress, Text } from '@mantine/core';
import Trash2 from 'lucide-react/icons/trash-2';
import type { Goal } from '../../contract/goals.ts';
import { recommendationsDone } from '../../domain/goals/goal.ts';
import { useMay } from '../me/queries.ts';
import { paths } from '../paths.ts';
import { formatDay } from '../ui/days.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { AnchorLink } from '../ui/links.tsx';
import { formatCount } from '../ui/numbers.ts';
import classes from './goals.module.css';

interface GoalCardProps {
  readonly goal: Goal;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

/** A goal: how it stands, by when, who sees to it, and what serves it. */
export function GoalCard({ goal, onEdit, onRemove }: GoalCardProps) {
  const mayEdit = useMay('edit_companies');
  const { title, description, category, owner, targetDate, daysPastTarget, status, recommendations } = goal;
  return (
    <article className={classes.card} aria-label={title}>
      <Group gap={8} justify="space-between" align="flex-start" wrap="nowrap">
        <Group gap={8}>
          <Text fw={600} dir="auto">
            {title}
          </Text>
          {status === null ? null : (
            <Badge size="sm" color={COLORS[status] ?? 'gray'}>
              {status}
            </Badge>
          )}
          {category === null ? null : (
            <Badge size="sm" variant="outline" color="gray">
              {category}
            </Badge>
          )}
          {daysPastTarget > 0 ? (
            <Badge size="sm" color="red">
              {formatCount(daysPastTarget, 'day', 'days')} past its date
            </Badge>
          ) : null}
        </Group>
        {mayEdit ? (
          <Group gap={4} wrap="nowrap">
            <Button size="compact-sm" variant="subtle" onClick={onEdit} aria-label={`Edit ${title}`}>
              Edit
            </Button>
            <IconButton icon={Trash2} label={`Remove ${title}`} onClick={onRemove} />
          </Group>
        ) : null}
      </Group>
      <Text fz="sm" c="dimmed">
        {targetDate === null ? 'No target date' : `By ${formatDay(targetDate)}`} ·{' '}
        {owner ? owner.name : 'nobody sees to it'}
      </Text>
      {description === null ? null : (
        <Text fz="sm" className={classes.text ?? ''} dir="auto">
          {description}
        </Text>
      )}
      <GoalProgress goal={goal} />
      {recommendations.length > 0 ? (
        <ul className={classes.recommendations} aria-label={`Recommendations that serve ${title}`}>
          {recommendations.map((one) => (
            <li key={one.id}>
              <AnchorLink {...paths.recommendation(goal.company.id, one.id)} fz="sm">
                {one.title}
              </AnchorLink>{' '}
              <span className={classes.status}>{one.status ?? 'No status'}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </article>
  );
}

const COLORS: Readonly<Record<string, string>> = {
  'On track': 'teal',
  'At risk': 'orange',
  Achieved: 'green',
};

function GoalProgress({ goal: { title, progress, recommendations } }: { readonly goal: Goal }) {
  const served = recommendationsDone(recommendations.map(({ state }) => state));
  if (progress === null && served === null) return null;
  const of = served
    ? `${served.completed} of ${formatCount(served.of, 'recommendation', 'recommendations')} completed`
    : null;
  return (
    <div className={classes.progress}>
      {progress === null ? null : (
        <Progress value={progress} aria-label={`Progress of ${title}`} className={classes.bar ?? ''} />
      )}
      <Text fz="sm" className={classes.figure ?? ''}>
        {[progress === null ? null : `${progress} %`, of].filter((part) => part !== null).join(' · ')}
      </Text>
    </div>
  );
}
