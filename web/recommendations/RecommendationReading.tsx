import { Badge, Group, Modal, Stack, Text } from '@mantine/core';
import type { Recommendation } from '../../contract/recommendations.ts';
import { meetingName } from '../../domain/engagement/meeting-kinds.ts';
import { ExplanationTable } from '../companies/ExplanationTable.tsx';
import { useMoney } from '../me/queries.ts';
import { paths } from '../paths.ts';
import { AnchorLink } from '../ui/links.tsx';
import { NONE } from '../ui/numbers.ts';
import { quarterName } from '../ui/quarters.ts';
import { useFocusBack } from '../ui/use-focus-back.ts';
import { RecommendationStatusBadge } from './RecommendationStatusBadge.tsx';
import classes from './recommendations.module.css';
import { Worth } from './Worth.tsx';

interface RecommendationReadingProps {
  readonly recommendation: Recommendation;
  readonly onClose: () => void;
}

/** A recommendation for those who may read but not change it. */
export function RecommendationReading({ recommendation, onClose }: RecommendationReadingProps) {
  const money = useMoney();
  useFocusBack();
  const {
    title,
    company,
    status,
    targetQuarter,
    owner,
    priority,
    category,
    description,
    lines,
    goals,
    meetings,
  } = recommendation;
  return (
    <Modal opened onClose={onClose} title={title} size="xl">
      <Stack gap="md">
        <Group gap={8}>
          <RecommendationStatusBadge status={status} />
          {targetQuarter ? <Badge color="gray">{quarterName(targetQuarter)}</Badge> : null}
          {priority ? <Badge color="gray">{priority}</Badge> : null}
          {category ? <Badge color="gray">{category}</Badge> : null}
          <Text fz="sm" c="dimmed">
            For {company.name}
            {owner ? `, seen to by ${owner.name}` : ''}
          </Text>
        </Group>
        {description ? (
          <Text fz="sm" className={classes.text ?? ''} dir="auto">
            {description}
          </Text>
        ) : null}
        <ExplanationTable
          label="Lines"
          rows={lines}
          rowKey={({ id }) => id}
          counts={() => true}
          empty="Nothing is priced yet."
          columns={[
            { header: 'Stack item', cell: ({ stackItem }) => stackItem?.name ?? NONE },
            {
              header: 'MRR',
              numeric: true,
              cell: ({ mrr }) => (mrr === null ? NONE : money.full(mrr)),
            },
            {
              header: 'One-time',
              numeric: true,
              cell: ({ oneTime }) => (oneTime === null ? NONE : money.full(oneTime)),
            },
          ]}
        />
        <Worth worth={recommendation} winProbability={recommendation.winProbability} />
        {goals.length > 0 ? (
          <Text fz="sm">Serves {goals.map(({ title }) => `“${title}”`).join(', ')}</Text>
        ) : null}
        {meetings.length > 0 ? (
          <Text fz="sm" component="div">
            Spoken of in{' '}
            {meetings.map(({ id, kind, date }, at) => (
              <span key={id}>
                {at === 0 ? '' : ', '}
                <AnchorLink {...paths.meeting(id)} fz="sm">
                  {meetingName(kind, date)}
                </AnchorLink>
              </span>
            ))}
          </Text>
        ) : null}
      </Stack>
    </Modal>
  );
}
