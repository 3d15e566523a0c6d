import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { StageMove } from '../../contract/lifecycle.ts';
import type { Stage } from '../../domain/portfolio/facts.ts';
import { EditModal } from '../editing/EditModal.tsx';
import { useMe } from '../me/queries.ts';
import { LoadFailed } from '../ui/Notes.tsx';
import { MoveFields } from './MoveFields.tsx';
import { lifecycleQuery } from './queries.ts';
import { useMove } from './use-move.ts';

interface MoveModalProps {
  readonly company: string;
  /** Where to; null: that is chosen in the dialog. */
  readonly to: Stage | null;
  readonly onClose: () => void;
}

/** What the dialog asks for; the server says what of it a move needs. */
export interface MoveValues {
  readonly to: Stage | null;
  readonly note: string;
  /** The day on which the business ended, of a company that leaves. */
  readonly day: string;
  readonly force: boolean;
}

/**
 * Moves a company anywhere: says what is missing on the way forward and lets an admin force it with a note, asks for a note on
 * the way back and for a reason and a day on the way out. What is refused is said in the server's words.
 */
export function MoveModal({ company, to, onClose }: MoveModalProps) {
  const { asOf } = useMe().workspace;
  const lifecycle = useQuery(lifecycleQuery(company));
  const [values, setValues] = useState<MoveValues>({ to, note: '', day: asOf, force: false });
  const move = useMove(company);
  return (
    <EditModal
      title={lifecycle.data ? `Move ${lifecycle.data.name}` : 'Move to another stage'}
      size="md"
      action={values.to === 'offboarded' ? 'Offboard' : values.force ? 'Move anyway' : 'Move'}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        if (lifecycle.data && values.to !== null)
          move.mutate(
            { change: changeOf(values, values.to), etag: lifecycle.data.etag },
            { onSuccess: onClose },
          );
      }}
      pending={move.isPending}
      error={move.error}
      dirty={values.note !== ''}
    >
      {lifecycle.error && !lifecycle.data ? (
        <LoadFailed error={lifecycle.error} onRetry={() => void lifecycle.refetch()} />
      ) : null}
      {lifecycle.isPending ? <Skeleton h={160} /> : null}
      {lifecycle.data ? (
        <MoveFields
          lifecycle={lifecycle.data}
          values={values}
          onChange={(part) => {
            move.reset();
            setValues({ ...values, ...part });
          }}
        />
      ) : null}
    </EditModal>
  );
}

function changeOf({ note, day, force }: MoveValues, to: Stage): StageMove {
  return {
    to,
    ...(note.trim() === '' ? {} : { note }),
    ...(to === 'offboarded' && day !== '' ? { offboardedOn: day } : {}),
    ...(force ? { force } : {}),
  };
}
