import { Button, Group, NumberInput, Stack, TextInput } from '@mantine/core';
import type { AlignmentSaved } from '../../contract/alignment.ts';
import type { NewLink } from '../../contract/recommendations.ts';
import { MoneyInput } from '../editing/MoneyInput.tsx';
import { useEditForm } from '../editing/use-edit-form.ts';
import { FormError } from '../ui/FormError.tsx';
import classes from './alignment.module.css';
import { NEW_RECOMMENDATION, type NewRecommendation, newRecommendationFields } from './link-fields.ts';

interface NewRecommendationFormProps {
  readonly link: (body: NewLink) => Promise<AlignmentSaved>;
}

/** Makes a recommendation and links it to the row at once. */
export function NewRecommendationForm({ link }: NewRecommendationFormProps) {
  const { form, submit, pending, error } = useEditForm<NewRecommendation, AlignmentSaved>({
    fields: newRecommendationFields,
    values: NEW_RECOMMENDATION,
    etag: undefined,
    valuesOf: () => NEW_RECOMMENDATION,
    save: ({ title, mrr, oneTime, winProbability }) =>
      link({
        title: title ?? '',
        ...(typeof mrr === 'number' ? { mrr } : {}),
        ...(typeof oneTime === 'number' ? { oneTime } : {}),
        ...(typeof winProbability === 'number' ? { winProbability } : {}),
      }),
    onSaved: () => form.reset(),
  });
  const input = (name: keyof NewRecommendation & string) => ({
    label: newRecommendationFields[name].label,
    ...form.getInputProps(name),
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <TextInput {...input('title')} required dir="auto" data-autofocus />
        <div className={classes.amounts}>
          <MoneyInput {...input('mrr')} />
          <MoneyInput {...input('oneTime')} />
          <NumberInput {...input('winProbability')} hideControls />
        </div>
        <FormError error={error} />
        <Group justify="flex-end">
          <Button type="submit" loading={pending}>
            Create and link
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
