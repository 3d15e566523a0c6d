import { Select } from '@mantine/core';
import type { MetricCard as Part, ScoreKind } from '../../contract/metrics.ts';
import { conflictOf } from '../api/conflict.ts';
import { clearButton } from '../ui/clear-button.ts';
import { FormError } from '../ui/FormError.tsx';
import { pointChoices } from './point-choices.ts';
import { ScoreConflict } from './ScoreConflict.tsx';
import { ScoreNote } from './ScoreNote.tsx';
import { useScoreChange } from './use-score-change.ts';

interface CustomScoreProps {
  readonly company: string;
  readonly kind: ScoreKind;
  readonly part: Part;
}

/** A person's judgement: points from a drop-down, and a note on why. */
export function CustomScore({ company, kind, part }: CustomScoreProps) {
  const { metric, points, note } = part;
  const score = useScoreChange(company, kind, metric.id);
  const conflict = conflictOf<Part>(score.error);
  const mine = score.variables?.change ?? null;
  return (
    <>
      <Select
        aria-label={`${metric.name}: points`}
        placeholder="Choose"
        data={pointChoices(part)}
        value={points === null ? null : String(points)}
        onChange={(value) => score.mutate({ change: value === null ? null : { points: Number(value) } })}
        allowDeselect={false}
        clearable
        clearButtonProps={clearButton(`Clear ${metric.name}`)}
        maxDropdownHeight={320}
        comboboxProps={{ shadow: 'md' }}
      />
      {points === null ? null : (
        <ScoreNote
          name={metric.name}
          note={note}
          pending={score.isPending}
          onSave={(text, onSuccess) => score.mutate({ change: { points, note: text } }, { onSuccess })}
        />
      )}
      {conflict ? (
        <ScoreConflict
          conflict={conflict}
          mine={mine}
          onKeepMine={() => score.mutate({ change: mine, etag: conflict.current.etag })}
          onTakeTheirs={score.reset}
          company={company}
          kind={kind}
        />
      ) : (
        <FormError error={score.error} />
      )}
    </>
  );
}
