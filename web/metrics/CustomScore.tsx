import { Button, Group, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { MetricCard as Part, ScoreKind } from '../../contract/metrics.ts';
import { conflictOf } from '../api/conflict.ts';
import { FormError } from '../ui/FormError.tsx';
import { pointChoices } from './point-choices.ts';
import { ScoreConflict } from './ScoreConflict.tsx';
import { useScoreChange } from './use-score-change.ts';

interface CustomScoreProps {
  readonly company: string;
  readonly kind: ScoreKind;
  readonly part: Part;
}

/** A person's judgement: points from a drop-down, and a note on why. */
export function CustomScore({ company, kind, part }: CustomScoreProps) {
  const { metric, points, note, etag } = part;
  const score = useScoreChange(company, kind, metric.id);
  const conflict = conflictOf<Part>(score.error);
  return (
    <>
      <Select
        aria-label={`${metric.name}: points`}
        placeholder="Choose"
        data={pointChoices(part)}
        value={points === null ? null : String(points)}
        onChange={(value) =>
          score.mutate({ change: value === null ? null : { points: Number(value) }, etag })
        }
        allowDeselect={false}
        clearable
        clearButtonProps={{ 'aria-label': `Clear ${metric.name}` }}
        maxDropdownHeight={320}
        comboboxProps={{ shadow: 'md' }}
      />
      {points === null ? null : (
        <Note
          key={note}
          name={metric.name}
          note={note}
          pending={score.isPending}
          onSave={(text) => score.mutate({ change: { points, note: text }, etag })}
        />
      )}
      {conflict ? (
        <ScoreConflict
          conflict={conflict}
          mine={score.variables?.change ?? null}
          onKeepMine={() =>
            score.mutate({ change: score.variables?.change ?? null, etag: conflict.current.etag })
          }
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

interface NoteProps {
  readonly name: string;
  readonly note: string | null;
  readonly pending: boolean;
  readonly onSave: (note: string | null) => void;
}

function Note({ name, note, pending, onSave }: NoteProps) {
  const [text, setText] = useState(note ?? '');
  const changed = text.trim() !== (note ?? '');
  return (
    <div>
      <Textarea
        aria-label={`${name}: note`}
        placeholder="Why? Add a note"
        autosize
        minRows={1}
        maxRows={6}
        maxLength={100_000}
        dir="auto"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && changed)
            onSave(text.trim() || null);
        }}
      />
      {changed ? (
        <Group gap={6} mt={6}>
          <Button size="xs" loading={pending} onClick={() => onSave(text.trim() || null)}>
            Save note
          </Button>
          <Button size="xs" variant="default" onClick={() => setText(note ?? '')}>
            Discard
          </Button>
        </Group>
      ) : null}
    </div>
  );
}
