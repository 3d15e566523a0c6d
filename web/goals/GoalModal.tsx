import { Autocomplete, Button, MultiSelect, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createGoal, type Goal, type GoalChange, updateGoal } from '../../contract/goals.ts';
import { GOAL_STATUSES, recommendationsDone } from '../../domain/goals/goal.ts';
import { call } from '../api/call.ts';
import { colleaguesQuery } from '../colleagues/queries.ts';
import { useCompanyChanged } from '../companies/use-company-changed.ts';
import { ClashNotice } from '../editing/ClashNotice.tsx';
import { EditModal } from '../editing/EditModal.tsx';
import editing from '../editing/editing.module.css';
import { hint } from '../editing/hint.ts';
import { useEditForm } from '../editing/use-edit-form.ts';
import { useMe } from '../me/queries.ts';
import { companyRecommendationsQuery } from '../meetings/recommendation-choices.ts';
import { clearButton } from '../ui/clear-button.ts';
import { formatCount } from '../ui/numbers.ts';
import { type GoalValues, goalFields, goalValues } from './goal-fields.ts';

interface GoalModalProps {
  readonly company: string;
  /** Null: a new one. */
  readonly goal: Goal | null;
  /** Categories that are in use. */
  readonly categories: readonly string[];
  readonly onClose: () => void;
}

/** The dialog that sets a goal, or changes it. */
export function GoalModal({ company, goal, categories, onClose }: GoalModalProps) {
  const { user } = useMe();
  const changed = useCompanyChanged();
  const choices = useChoices(company, goal);
  const fields = goalFields(choices);
  const { form, clash, decide, ...edit } = useEditForm<GoalValues, Goal>({
    fields,
    values: goal ? goalValues(goal) : newGoal(user.id),
    etag: goal?.etag,
    valuesOf: goalValues,
    save: (values, etag) =>
      goal
        ? call(updateGoal, {
            params: { id: goal.id },
            body: asChange(values),
            ...(etag === undefined ? {} : { ifMatch: etag }),
          })
        : call(createGoal, {
            params: { id: company },
            body: { owner: user.id, status: 'Not started', ...asChange(values), title: values.title ?? '' },
          }),
    onSaved: () => {
      void changed();
      onClose();
    },
  });
  const input = (name: keyof GoalValues) => ({ label: fields[name].label, ...form.getInputProps(name) });
  const served = done(choices.recommendations, form.values.recommendations);
  const statuses: string[] = [...GOAL_STATUSES];
  if (goal?.status && !statuses.includes(goal.status)) statuses.push(goal.status);
  return (
    <EditModal
      title={goal ? 'Edit goal' : 'Add a goal'}
      onClose={onClose}
      onSubmit={edit.submit}
      pending={edit.pending}
      error={edit.error}
      dirty={edit.dirty}
      action={goal ? 'Save' : 'Add goal'}
    >
      {clash ? <ClashNotice clash={clash} fields={fields} onDecide={decide} /> : null}
      <TextInput {...input('title')} required data-autofocus dir="auto" />
      <Textarea {...input('description')} autosize minRows={2} dir="auto" />
      <div className={editing.pair}>
        <Autocomplete {...input('category')} data={[...categories]} dir="auto" />
        <Select
          {...input('owner')}
          data={choices.owners.map(({ id, name }) => ({ value: id, label: name }))}
          searchable
          clearable
          clearButtonProps={clearButton('Clear the owner')}
        />
        <TextInput {...input('targetDate')} type="date" />
        <Select {...input('status')} data={statuses} allowDeselect={false} />
      </div>
      <MultiSelect
        {...input('recommendations')}
        data={choices.recommendations.map(({ id, title }) => ({ value: id, label: title }))}
        searchable
        clearable
        clearButtonProps={clearButton('Clear the recommendations')}
      />
      <NumberInput
        {...input('progress')}
        min={0}
        max={100}
        step={5}
        decimalScale={2}
        suffix=" %"
        {...(served
          ? hint(
              `${served.completed} of ${formatCount(served.of, 'recommendation', 'recommendations')} completed`,
            )
          : {})}
      />
      {served && form.values.progress !== served.percent ? (
        <Button
          variant="default"
          size="xs"
          w="fit-content"
          onClick={() => form.setFieldValue('progress', served.percent)}
        >
          Take {served.percent} % from the recommendations
        </Button>
      ) : null}
    </EditModal>
  );
}

function done(
  known: readonly { readonly id: string; readonly state: Goal['recommendations'][number]['state'] }[],
  chosen: unknown,
) {
  const ids: readonly unknown[] = Array.isArray(chosen) ? chosen : [];
  return recommendationsDone(known.filter(({ id }) => ids.includes(id)).map(({ state }) => state));
}

const newGoal = (owner: string): GoalValues => ({
  title: '',
  description: null,
  category: null,
  owner,
  targetDate: null,
  status: 'Not started',
  progress: null,
  recommendations: [],
});

function asChange({ title, status, recommendations, ...values }: Partial<GoalValues>): GoalChange {
  const known = GOAL_STATUSES.find((one) => one === status);
  return {
    ...values,
    ...(title === undefined ? {} : { title }),
    ...(known === undefined ? {} : { status: known }),
    ...(recommendations ? { recommendations: [...recommendations] } : {}),
  };
}

/** Who can own a goal and what can serve it; what it has already is among them. */
function useChoices(company: string, goal: Goal | null) {
  const colleagues = useQuery(colleaguesQuery).data ?? [];
  const offered = useQuery(companyRecommendationsQuery(company)).data ?? [];
  const owner = goal?.owner;
  const kept = (goal?.recommendations ?? []).filter(({ id }) => !offered.some((one) => one.id === id));
  return {
    owners: owner && !colleagues.some(({ id }) => id === owner.id) ? [...colleagues, owner] : colleagues,
    recommendations: [...offered, ...kept],
  };
}
