import { Alert, Button, Checkbox, Group, Modal, Select, Skeleton, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  type Completion,
  completeRecommendation,
  type Recommendation,
} from '../../contract/recommendations.ts';
import { call } from '../api/call.ts';
import { conflictOf } from '../api/conflict.ts';
import { useMoney } from '../me/queries.ts';
import { FormError } from '../ui/FormError.tsx';
import { LoadFailed } from '../ui/Notes.tsx';
import { formatPercent } from '../ui/numbers.ts';
import { useFocusBack } from '../ui/use-focus-back.ts';
import { completionQuery, recommendationQuery } from './queries.ts';
import classes from './recommendations.module.css';
import { useRecommendationsChanged } from './use-recommendations-changed.ts';

interface CompleteModalProps {
  readonly recommendation: Pick<Recommendation, 'id' | 'title' | 'company'>;
  /** One that means completed; null: the first of them. */
  readonly status: string | null;
  readonly onClose: () => void;
}

/** Completes a recommendation, after asking which cells of the company's stack alignment are set with it. */
export function CompleteModal(props: CompleteModalProps) {
  const { recommendation, onClose } = props;
  useFocusBack();
  const completion = useQuery(completionQuery(recommendation.id));
  // what a list shows of it may be older than what follows from it
  const present = useQuery(recommendationQuery(recommendation.id));
  const error = completion.data && present.data ? null : (completion.error ?? present.error);
  const retry = () => {
    void completion.refetch();
    void present.refetch();
  };
  return (
    <Modal opened onClose={onClose} title={`Complete: ${recommendation.title}`} size="lg">
      {error ? <LoadFailed error={error} onRetry={retry} /> : null}
      {completion.data && present.data ? (
        <Completing {...props} completion={completion.data} present={present.data.etag} />
      ) : error ? null : (
        <Skeleton h={120} />
      )}
    </Modal>
  );
}

type Cell = Completion['cells'][number];

interface CompletingProps extends CompleteModalProps {
  readonly completion: Completion;
  /** The ETag of what it is about. */
  readonly present: string;
}

function Completing(props: CompletingProps) {
  const { recommendation, completion, onClose } = props;
  const changed = useRecommendationsChanged();
  const [etag, setEtag] = useState(props.present);
  const [status, setStatus] = useState(props.status ?? completion.statuses[0] ?? null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const settable = completion.cells.filter(({ problem }) => problem === null);
  const chosen = settable.map(({ stackItem }) => stackItem.id).filter((id) => !left.has(id));
  const complete = useMutation({
    mutationFn: () =>
      call(completeRecommendation, {
        params: { id: recommendation.id },
        body: { stackItems: chosen, ...(status === null ? {} : { status }) },
        ifMatch: etag,
      }),
    onSuccess: () => {
      notifications.show({ message: doneWords(recommendation.title, chosen.length) });
      onClose();
    },
    onError: (error) => {
      const conflict = conflictOf<Recommendation>(error);
      if (conflict) setEtag(conflict.current.etag);
    },
    onSettled: changed,
  });
  const conflict = conflictOf<Recommendation>(complete.error);
  const toggle = (id: string) =>
    setLeft((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  return (
    <Stack gap="md">
      {conflict ? (
        <Alert color="yellow" variant="light" role="alert">
          {conflict.changed?.by?.name ?? 'Somebody'} changed this recommendation meanwhile: it is now{' '}
          {conflict.current.status ?? 'without a status'}. Look at what follows, and complete it again if it
          still holds.
        </Alert>
      ) : null}
      {completion.cells.length === 0 ? (
        <Text fz="sm">No line of it is for a stack item, so the stack alignment stays as it is.</Text>
      ) : (
        <>
          <Text fz="sm">
            Set what {recommendation.company.name} uses from now on in the stack alignment. What is left out
            stays as it is.
          </Text>
          <ul className={classes.cellList} aria-label="Cells of the stack alignment">
            {completion.cells.map((cell) => (
              <CellChoice
                key={cell.stackItem.id}
                cell={cell}
                chosen={chosen.includes(cell.stackItem.id)}
                onToggle={() => toggle(cell.stackItem.id)}
              />
            ))}
          </ul>
        </>
      )}
      {completion.statuses.length > 1 ? (
        <Select
          label="Status"
          data={completion.statuses}
          value={status}
          onChange={setStatus}
          allowDeselect={false}
        />
      ) : null}
      <FormError error={conflict ? null : complete.error} />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button onClick={() => complete.mutate()} loading={complete.isPending} data-autofocus>
          {chosen.length === 0
            ? 'Complete'
            : `Complete and set ${chosen.length === 1 ? '1 cell' : `${chosen.length} cells`}`}
        </Button>
      </Group>
    </Stack>
  );
}

interface CellChoiceProps {
  readonly cell: Cell;
  readonly chosen: boolean;
  readonly onToggle: () => void;
}

function CellChoice({ cell, chosen, onToggle }: CellChoiceProps) {
  const money = useMoney();
  const { stackItem, currentProduct, newProduct, alignment, newAlignment, problem } = cell;
  const gone = [
    ...(cell.mrrOpportunity > 0 ? [`${money.full(cell.mrrOpportunity)} MRR`] : []),
    ...(cell.oneTimeOpportunity > 0 ? [`${money.full(cell.oneTimeOpportunity)} one-time`] : []),
  ];
  const product =
    newProduct && newProduct.id !== currentProduct?.id
      ? `${currentProduct?.name ?? 'Nothing'} → ${newProduct.name}`
      : (currentProduct?.name ?? newProduct?.name ?? 'Nothing');
  const words =
    problem === null
      ? `${product} · alignment ${formatPercent(alignment)} → ${formatPercent(newAlignment)}${
          gone.length > 0 ? ` · opportunity of ${gone.join(' and ')} gone` : ''
        }`
      : `Stays as it is: ${problem}`;
  return (
    <li>
      <Checkbox
        label={stackItem.name}
        description={words}
        checked={chosen}
        disabled={problem !== null}
        onChange={onToggle}
      />
    </li>
  );
}

const doneWords = (title: string, cells: number): string =>
  cells === 0
    ? `“${title}” is completed.`
    : `“${title}” is completed, and ${cells === 1 ? 'a cell' : `${cells} cells`} of the stack alignment set.`;
