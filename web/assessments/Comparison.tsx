import { Badge, Button, SegmentedControl, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AssessmentComparison, AssessmentSummary } from '../../contract/assessments.ts';
import { formatDay } from '../ui/days.ts';
import { EmptyNote, LoadFailed } from '../ui/Notes.tsx';
import { formatDecimal } from '../ui/numbers.ts';
import { Panel } from '../ui/Panel.tsx';
import { AnswerShown } from './AnswerShown.tsx';
import classes from './assessments.module.css';
import { comparisonQuery } from './queries.ts';

type Compared = AssessmentComparison['items'][number];

const MOVEMENTS: Readonly<Record<Compared['movement'], { label: string; color: string }>> = {
  better: { label: '▲ Better', color: 'teal' },
  worse: { label: '▼ Worse', color: 'red' },
  changed: { label: 'Changed', color: 'yellow' },
  new: { label: 'New', color: 'blue' },
  gone: { label: 'Not asked', color: 'gray' },
  same: { label: 'Same', color: 'gray' },
};

interface ComparisonProps {
  readonly after: AssessmentSummary;
  readonly before: AssessmentSummary;
  readonly onClose: () => void;
}

/** What has become better and worse between two assessments, question by question. */
export function Comparison({ after, before, onClose }: ComparisonProps) {
  const { data, error, refetch } = useQuery(comparisonQuery(after.id, before.id));
  const [shown, setShown] = useState('moved');
  const items = data?.items ?? [];
  const count = (...movements: Compared['movement'][]) =>
    items.filter(({ movement }) => movements.includes(movement)).length;
  const moved = items.filter(({ movement }) => movement !== 'same');
  const listed = shown === 'moved' ? moved : items;
  return (
    <Panel
      title={`${formatDay(before.takenOn)} → ${formatDay(after.takenOn)}`}
      actions={
        <Button size="xs" variant="default" onClick={onClose}>
          Close
        </Button>
      }
    >
      <Text fz="sm" mb="sm" className="qd-figures">
        {formatDecimal(before.score)} → {formatDecimal(after.score)}: {count('better')} better,{' '}
        {count('worse')} worse, {count('changed', 'new', 'gone')} otherwise changed, {count('same')} the same
      </Text>
      {!data && error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Skeleton h={160} /> : null}
      {data ? (
        <SegmentedControl
          size="xs"
          aria-label="Which questions are shown"
          value={shown}
          onChange={setShown}
          data={[
            { value: 'moved', label: `Moved (${moved.length})` },
            { value: 'all', label: `All (${items.length})` },
          ]}
        />
      ) : null}
      {data && listed.length === 0 ? <EmptyNote title="Nothing has changed" /> : null}
      <ul className={classes.list} aria-label="Compared questions">
        {listed.map((item) => (
          <ComparedRow key={`${item.before?.item} ${item.after?.item}`} item={item} />
        ))}
      </ul>
    </Panel>
  );
}

function ComparedRow({ item: { movement, before, after } }: { readonly item: Compared }) {
  const { label, color } = MOVEMENTS[movement];
  const asked = after ?? before;
  return (
    <li className={classes.compared}>
      <span>
        <Badge color={color}>{label}</Badge>
      </span>
      <div>
        <div dir="auto">{asked?.question}</div>
        <Text fz="xs" c="dimmed" dir="auto">
          {asked?.category}
        </Text>
      </div>
      <span>{before ? <AnswerShown answer={before} /> : null}</span>
      <span>{after ? <AnswerShown answer={after} /> : null}</span>
    </li>
  );
}
