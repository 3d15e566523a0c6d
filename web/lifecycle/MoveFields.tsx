import { Select, Textarea, TextInput } from '@mantine/core';
import type { Lifecycle } from '../../contract/lifecycle.ts';
import { type Direction, directionOf } from '../../domain/lifecycle/stage-conditions.ts';
import { STAGES, type Stage } from '../../domain/portfolio/facts.ts';
import { STAGE_NAMES } from '../companies/stage-names.ts';
import { Lacking } from './Lacking.tsx';
import type { MoveValues } from './MoveModal.tsx';

interface MoveFieldsProps {
  readonly lifecycle: Lifecycle;
  readonly values: MoveValues;
  readonly onChange: (part: Partial<MoveValues>) => void;
}

/** Where to, what is missing, and the words that a move in that direction needs. */
export function MoveFields({ lifecycle, values, onChange }: MoveFieldsProps) {
  const { stage, stages } = lifecycle;
  const { to, note, day, force } = values;
  const direction = to === null ? null : directionOf(stage, to);
  const lacking = direction === 'forward' ? (stages.find((one) => one.stage === to)?.lacking ?? []) : [];
  return (
    <>
      <Select
        label="Stage"
        description={`It stands at “${STAGE_NAMES[stage]}”`}
        placeholder="Choose a stage"
        data={STAGES.filter((one) => one !== stage).map((value) => ({ value, label: STAGE_NAMES[value] }))}
        value={to}
        onChange={(chosen) => onChange({ to: chosen as Stage | null, force: false })}
        allowDeselect={false}
        data-autofocus={to === null || undefined}
      />
      {lacking.length > 0 ? (
        <Lacking
          name={lifecycle.name}
          to={to!}
          lacking={lacking}
          force={force}
          onForce={(forced) => onChange({ force: forced })}
        />
      ) : null}
      {direction === 'out' ? (
        <TextInput
          label="Last day of the business"
          type="date"
          required
          value={day}
          onChange={(event) => onChange({ day: event.currentTarget.value })}
        />
      ) : null}
      {direction === null || (lacking.length > 0 && !force) ? null : (
        <Textarea
          label={noteLabel(direction, force)}
          required={direction !== 'forward' || force}
          autosize
          minRows={2}
          value={note}
          onChange={(event) => onChange({ note: event.currentTarget.value })}
        />
      )}
    </>
  );
}

function noteLabel(direction: Direction, force: boolean): string {
  if (direction === 'back') return 'Why it goes back';
  if (direction === 'out') return 'Why it leaves';
  return force ? 'Why it moves anyway' : 'Note';
}
