import { SegmentedControl, Stack, TagsInput, Text, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import {
  createProduct,
  type Product,
  STANDINGS,
  type StackItem,
  updateProduct,
} from '../../contract/stack-items.ts';
import { call } from '../api/call.ts';
import { ClashNotice } from '../editing/ClashNotice.tsx';
import { EditModal } from '../editing/EditModal.tsx';
import { MoneyInput } from '../editing/MoneyInput.tsx';
import { useEditForm } from '../editing/use-edit-form.ts';
import { useSettingsChanged } from '../settings/use-settings-changed.ts';
import { newProduct, type ProductValues, productFields, productValues } from './product-fields.ts';
import { StackWhatIf } from './StackWhatIf.tsx';
import classes from './stack-items.module.css';
import { STANDING_NAMES } from './standings.ts';

interface ProductModalProps {
  readonly item: StackItem;
  /** Null: a new one. */
  readonly product: Product | null;
  readonly onClose: () => void;
}

/** The dialog with every field of a product of a stack item. */
export function ProductModal({ item, product, onClose }: ProductModalProps) {
  const stackChanged = useSettingsChanged();
  const standingLabel = useId();
  const [start] = useState(() => (product ? productValues(product) : newProduct(item.products.length === 0)));
  const { form, clash, decide, ...edit } = useEditForm<ProductValues, Product>({
    fields: productFields,
    values: start,
    etag: product?.etag,
    valuesOf: productValues,
    save: ({ productCodes, ...changed }, etag) => {
      const body = { ...changed, ...(productCodes ? { productCodes: [...productCodes] } : {}) };
      return product
        ? call(updateProduct, {
            params: { id: product.id },
            body,
            ...(etag === undefined ? {} : { ifMatch: etag }),
          })
        : call(createProduct, {
            params: { id: item.id },
            // what a new product starts with is sent too
            body: { name: '', standing: start.standing, ...body },
          });
    },
    onSaved: () => {
      void stackChanged();
      onClose();
    },
  });
  const input = (name: keyof ProductValues) => ({
    label: productFields[name].label,
    ...form.getInputProps(name),
  });
  const standing = form.getInputProps('standing');
  return (
    <EditModal
      title={product ? `Edit ${product.name}` : `Add a product to ${item.name}`}
      onClose={onClose}
      onSubmit={edit.submit}
      pending={edit.pending}
      error={edit.error}
      dirty={edit.dirty}
      action={product ? 'Save' : 'Add'}
      foot={
        <StackWhatIf
          edit={{
            what: 'product',
            item: item.id,
            id: product?.id ?? null,
            // what a new product starts with is sent too
            changed: product ? edit.changed : { standing: start.standing, ...edit.changed },
          }}
        />
      }
    >
      {clash ? <ClashNotice clash={clash} fields={productFields} onDecide={decide} /> : null}
      <TextInput {...input('name')} required data-autofocus dir="auto" />
      <Stack gap={4}>
        <Text fz="sm" fw={500} id={standingLabel}>
          {productFields.standing.label}
        </Text>
        <SegmentedControl
          value={standing.value}
          onChange={standing.onChange}
          data={STANDINGS.map((value) => ({ value, label: STANDING_NAMES[value] }))}
          aria-labelledby={standingLabel}
        />
        <Text fz="xs" c="dimmed">
          A client on it is 100 % aligned with a preferred product, 50 % with a supported one, else not
        </Text>
      </Stack>
      <TagsInput
        {...input('productCodes')}
        description="As they stand on contract lines: clients billed for one are taken to use this product"
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        clearable
        clearButtonProps={{ 'aria-label': 'Clear product codes' }}
      />
      <div className={classes.prices}>
        <MoneyInput {...input('mrrPerSeat')} />
        <MoneyInput {...input('mrrPerCompany')} />
        <MoneyInput {...input('mrrPerLocation')} />
        <MoneyInput {...input('oneTimePerSeat')} />
        <MoneyInput {...input('oneTimePerCompany')} />
        <MoneyInput {...input('oneTimePerLocation')} />
      </div>
      <Text fz="xs" c="dimmed" mt={-8}>
        The price book: what a client would add by moving to this product. Nothing counts as 0.
      </Text>
    </EditModal>
  );
}
