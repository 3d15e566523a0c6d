import {
  Autocomplete,
  Button,
  Group,
  MultiSelect,
  NumberInput,
  Select,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useState } from 'react';
import {
  createRecommendation,
  type Recommendation,
  updateRecommendation,
} from '../../contract/recommendations.ts';
import { worthOf } from '../../domain/recommendations/worth.ts';
import { call } from '../api/call.ts';
import { ClashNotice } from '../editing/ClashNotice.tsx';
import { EditModal } from '../editing/EditModal.tsx';
import editing from '../editing/editing.module.css';
import { useEditForm } from '../editing/use-edit-form.ts';
import { clearButton } from '../ui/clear-button.ts';
import { LinesEditor } from './LinesEditor.tsx';
import {
  NEW_RECOMMENDATION,
  type RecommendationValues,
  recommendationFields,
  recommendationValues,
  rowsOf,
} from './recommendation-fields.ts';
import { useRecommendationChoices } from './use-recommendation-choices.ts';
import { useRecommendationsChanged } from './use-recommendations-changed.ts';
import { Worth } from './Worth.tsx';

interface RecommendationModalProps {
  readonly company: string;
  /** Null: a new one. */
  readonly recommendation: Recommendation | null;
  /** What a new one begins with. */
  readonly begin?: Partial<RecommendationValues>;
  readonly onClose: () => void;
  /** `completing`: the status, one that means completed, which it is to have: its cells are to be asked about first. */
  readonly onSaved: (stored: Recommendation, completing: string | null) => void;
  /** Undefined: it cannot be deleted from here. */
  readonly onDelete?: () => void;
}

/** The dialog with everything about a recommendation; what it comes to adds up while one types. */
export function RecommendationModal(props: RecommendationModalProps) {
  const { company, recommendation, begin, onClose, onSaved, onDelete } = props;
  const changed = useRecommendationsChanged();
  const choices = useRecommendationChoices(company, recommendation);
  const [start] = useState(() =>
    recommendation ? recommendationValues(recommendation) : { ...NEW_RECOMMENDATION, ...begin },
  );
  const labelled = (list: readonly { value: string; label: string }[]) => (id: string) =>
    list.find(({ value }) => value === id)?.label ?? id;
  const fields = recommendationFields({
    owner: labelled(choices.owners),
    goal: labelled(choices.goals),
    meeting: labelled(choices.meetings),
    stackItem: (id) => choices.cells?.find(({ stackItem }) => stackItem.id === id)?.stackItem.name ?? id,
  });
  const completing = (status: string | null | undefined) => {
    const chosen = choices.statuses.find(({ name, state }) => name === status && state === 'completed');
    return chosen && recommendation?.state !== 'completed' ? chosen.name : null;
  };
  const { form, clash, decide, ...edit } = useEditForm<RecommendationValues, Recommendation>({
    fields,
    values: start,
    etag: recommendation?.etag,
    valuesOf: recommendationValues,
    save: (values, etag) => {
      const { status, ...rest } = recommendation ? values : { ...start, ...values };
      // what completes it is said once its cells have been asked about
      const body = { ...rest, ...(status === undefined || completing(status) ? {} : { status }) };
      if (!recommendation)
        return call(createRecommendation, {
          params: { id: company },
          body: { ...sent(body), title: body.title! },
        });
      if (Object.keys(body).length === 0) return Promise.resolve(recommendation);
      return call(updateRecommendation, {
        params: { id: recommendation.id },
        body: sent(body),
        ...(etag === undefined ? {} : { ifMatch: etag }),
      });
    },
    onSaved: (stored) => {
      if (!stored) return onClose();
      void changed();
      onSaved(stored, completing(form.values.status as string | null));
    },
  });
  const input = (name: keyof RecommendationValues) => ({
    label: fields[name].label,
    ...form.getInputProps(name),
  });
  const optional = (name: keyof RecommendationValues) => ({
    ...input(name),
    clearable: true,
    clearButtonProps: clearButton(`Clear: ${fields[name].label}`),
  });
  const worth = worthSoFar(fields.lines.toValue(form.values.lines ?? null), form.values.winProbability);
  return (
    <EditModal
      title={recommendation ? `Recommendation for ${recommendation.company.name}` : 'Recommend'}
      onClose={onClose}
      onSubmit={edit.submit}
      pending={edit.pending}
      error={edit.error}
      dirty={edit.dirty}
      action={recommendation ? 'Save' : 'Create'}
      size="xl"
      foot={<Worth {...worth} />}
    >
      {clash ? <ClashNotice clash={clash} fields={fields} onDecide={decide} /> : null}
      <TextInput {...input('title')} required dir="auto" data-autofocus />
      <div className={editing.pair}>
        <Select
          {...input('status')}
          data={choices.statuses.map(({ name }) => name)}
          placeholder={choices.statuses.find(({ state }) => state === 'not_started')?.name ?? 'No status'}
          allowDeselect={false}
        />
        <Select {...optional('targetQuarter')} data={choices.quarters} placeholder="Not planned" />
        <Select {...optional('owner')} data={choices.owners} placeholder="Nobody yet" searchable />
        <NumberInput
          {...input('winProbability')}
          suffix="%"
          min={0}
          max={100}
          decimalScale={2}
          step={5}
          allowNegative={false}
        />
        <Autocomplete {...input('priority')} data={choices.priorities} />
        <Autocomplete {...input('category')} data={choices.categories} />
      </div>
      <Textarea {...input('description')} autosize minRows={2} maxRows={8} dir="auto" />
      <LinesEditor
        label={fields.lines.label}
        lines={rowsOf(form.values.lines)}
        cells={choices.cells}
        error={typeof form.errors.lines === 'string' ? form.errors.lines : null}
        onChange={(lines) => form.setFieldValue('lines', lines)}
      />
      <div className={editing.pair}>
        <MultiSelect {...optional('goals')} data={choices.goals} searchable />
        <MultiSelect {...optional('meetings')} data={choices.meetings} searchable />
      </div>
      {onDelete ? (
        <Group>
          <Button variant="subtle" color="red" size="xs" onClick={onDelete}>
            Delete this recommendation
          </Button>
        </Group>
      ) : null}
    </EditModal>
  );
}

/** What the form comes to as it stands. */
function worthSoFar(lines: RecommendationValues['lines'], typed: unknown) {
  const percent = Number(typed);
  const winProbability = Number.isFinite(percent) ? Math.min(100, Math.max(0, percent)) : 0;
  return { worth: worthOf({ winProbability: String(winProbability), lines }), winProbability };
}

/** A change as the API takes it. */
function sent({ lines, goals, meetings, ...rest }: Partial<RecommendationValues>) {
  return {
    ...rest,
    ...(lines
      ? { lines: lines.map(({ id, ...line }) => ({ ...line, ...(id === null ? {} : { id }) })) }
      : {}),
    ...(goals ? { goals: [...goals] } : {}),
    ...(meetings ? { meetings: [...meetings] } : {}),
  };
}
