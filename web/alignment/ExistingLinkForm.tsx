import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { AlignmentRow, AlignmentSaved } from '../../contract/alignment.ts';
import type { NewLink } from '../../contract/recommendations.ts';
import { MoneyInput } from '../editing/MoneyInput.tsx';
import { useEditForm } from '../editing/use-edit-form.ts';
import { FormError } from '../ui/FormError.tsx';
import classes from './alignment.module.css';
import { EXISTING_LINK, type ExistingLink, existingLinkFields } from './link-fields.ts';
import { recommendationsQuery } from './queries.ts';

interface ExistingLinkFormProps {
  readonly company: string;
  readonly row: AlignmentRow;
  readonly link: (body: NewLink) => Promise<AlignmentSaved>;
}

/** Links one of the company's recommendations to the row. */
export function ExistingLinkForm({ company, row, link }: ExistingLinkFormProps) {
  const recommendations = useQuery(recommendationsQuery(company));
  const { form, submit, pending, error } = useEditForm<ExistingLink, AlignmentSaved>({
    fields: existingLinkFields,
    values: EXISTING_LINK,
    etag: undefined,
    valuesOf: () => EXISTING_LINK,
    save: ({ recommendation, mrr, oneTime }) =>
      link({
        ...(recommendation ? { recommendation } : {}),
        ...(typeof mrr === 'number' ? { mrr } : {}),
        ...(typeof oneTime === 'number' ? { oneTime } : {}),
      }),
    onSaved: () => form.reset(),
  });
  const linked = new Set(row.links.map(({ id }) => id));
  const choices = (recommendations.data?.items ?? [])
    .filter(({ id }) => !linked.has(id))
    .map(({ id, title, status, open }) => ({
      value: id,
      label: open ? title : `${title} (${status ?? 'closed'})`,
    }));
  if (recommendations.data && choices.length === 0)
    return (
      <Text fz="sm" c="dimmed">
        The company has no other recommendation to link.
      </Text>
    );
  const input = (name: keyof ExistingLink & string) => ({
    label: existingLinkFields[name].label,
    ...form.getInputProps(name),
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Select
          {...input('recommendation')}
          data={choices}
          searchable
          required
          nothingFoundMessage="None of that name"
        />
        <div className={classes.amounts}>
          <MoneyInput {...input('mrr')} />
          <MoneyInput {...input('oneTime')} />
        </div>
        <FormError error={error ?? recommendations.error} />
        <Group justify="flex-end">
          <Button type="submit" loading={pending}>
            Link
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
