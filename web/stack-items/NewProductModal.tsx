import { SegmentedControl, Select, Text, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { z } from 'zod';
import { NameField } from '../../contract/bundle/fields.ts';
import type { ProductCode } from '../../contract/product-codes.ts';
import { createProduct, STANDINGS, type StackItem } from '../../contract/stack-items.ts';
import type { Standing } from '../../domain/portfolio/definitions.ts';
import { call } from '../api/call.ts';
import { EditModal } from '../editing/EditModal.tsx';
import { useSettingsChanged } from '../settings/use-settings-changed.ts';
import { fieldRules } from '../ui/form-rules.ts';
import { STANDING_NAMES } from './standings.ts';
import type { MapCode } from './use-map-code.ts';

interface NewProductModalProps {
  readonly code: ProductCode;
  readonly stack: readonly StackItem[];
  readonly mapping: MapCode;
  readonly onClose: () => void;
}

/** Makes a product that a code means from now on. */
export function NewProductModal({ code, stack, mapping, onClose }: NewProductModalProps) {
  const settingsChanged = useSettingsChanged();
  const form = useForm({
    initialValues: {
      item: null as string | null,
      name: code.description ?? code.code,
      standing: 'other' as Standing,
    },
    validate: schemaResolver(
      fieldRules({
        item: [z.string(), 'Choose the stack item that it is for'],
        name: [NameField, 'Give the product a name'],
      }),
      { sync: true },
    ),
  });
  const add = useMutation({
    mutationFn: ({ item, name, standing }: typeof form.values) =>
      call(createProduct, { params: { id: item! }, body: { name, standing, productCodes: [code.code] } }),
    onSuccess: (product) => {
      mapping.made({ code: code.code, product, means: true });
      onClose();
    },
    onSettled: settingsChanged,
  });
  return (
    <EditModal
      title={`New product for ${code.code}`}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => add.mutate(values))}
      pending={add.isPending}
      error={add.error}
      dirty={form.isDirty()}
      action="Add and map"
    >
      <Select
        label="Stack item"
        data={stack.map(({ id, name }) => ({ value: id, label: name }))}
        searchable
        required
        data-autofocus
        nothingFoundMessage="No stack item has that name"
        {...form.getInputProps('item')}
      />
      <TextInput label="Name" required {...form.getInputProps('name')} />
      <div>
        <Text fz="sm" fw={500} mb={4}>
          Standing
        </Text>
        <SegmentedControl
          aria-label="Standing"
          fullWidth
          data={STANDINGS.map((value) => ({ value, label: STANDING_NAMES[value] }))}
          {...form.getInputProps('standing')}
        />
      </div>
    </EditModal>
  );
}
