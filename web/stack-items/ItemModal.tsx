import { Autocomplete, Checkbox, NumberInput, Switch, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createStackItem, type StackItem, updateStackItem } from '../../contract/stack-items.ts';
import { call } from '../api/call.ts';
import { choicesQuery } from '../dashboard/queries.ts';
import { ClashNotice } from '../editing/ClashNotice.tsx';
import { EditModal } from '../editing/EditModal.tsx';
import editing from '../editing/editing.module.css';
import { useEditForm } from '../editing/use-edit-form.ts';
import { useSettingsChanged } from '../settings/use-settings-changed.ts';
import { type ItemValues, itemFields, itemValues, NEW_ITEM } from './item-fields.ts';
import { StackWhatIf } from './StackWhatIf.tsx';

interface ItemModalProps {
  /** Null: a new one. */
  readonly item: StackItem | null;
  /** Every item, whose categories, tags and groups can be chosen again. */
  readonly stack: readonly StackItem[];
  readonly onClose: () => void;
  readonly onSaved: (item: StackItem) => void;
}

/** The dialog with every field of a stack item. */
export function ItemModal({ item, stack, onClose, onSaved }: ItemModalProps) {
  const stackChanged = useSettingsChanged();
  const companyTags = useQuery(choicesQuery).data?.tags ?? [];
  const { form, clash, decide, ...edit } = useEditForm<ItemValues, StackItem>({
    fields: itemFields,
    values: item ? itemValues(item) : NEW_ITEM,
    etag: item?.etag,
    valuesOf: itemValues,
    save: ({ tags, ...changed }, etag) => {
      const body = { ...changed, ...(tags ? { tags: [...tags] } : {}) };
      return item
        ? call(updateStackItem, {
            params: { id: item.id },
            body,
            ...(etag === undefined ? {} : { ifMatch: etag }),
          })
        : call(createStackItem, { body: { name: '', ...body } });
    },
    onSaved: (saved) => {
      void stackChanged();
      if (saved) onSaved(saved);
      onClose();
    },
  });
  const label = (name: keyof ItemValues) => ({ label: itemFields[name].label });
  const input = (name: keyof ItemValues) => ({ ...label(name), ...form.getInputProps(name) });
  const check = (name: keyof ItemValues) => ({
    ...label(name),
    ...form.getInputProps(name, { type: 'checkbox' }),
  });
  const used = (of: (item: StackItem) => readonly string[]) => [...new Set(stack.flatMap(of))].sort();
  return (
    <EditModal
      title={item ? `Edit ${item.name}` : 'Add a stack item'}
      onClose={onClose}
      onSubmit={edit.submit}
      pending={edit.pending}
      error={edit.error}
      dirty={edit.dirty}
      action={item ? 'Save' : 'Add'}
      foot={<StackWhatIf edit={{ what: 'item', id: item?.id ?? null, changed: edit.changed }} />}
    >
      {clash ? <ClashNotice clash={clash} fields={itemFields} onDecide={decide} /> : null}
      <TextInput {...input('name')} required data-autofocus dir="auto" />
      <Textarea
        {...input('definition')}
        description="In a few words: what it is and when a client has it right. Shown on hover in every client’s grid"
        autosize
        minRows={2}
        maxRows={8}
        dir="auto"
      />
      <div className={editing.pair}>
        <Autocomplete {...input('category')} data={used(({ category }) => (category ? [category] : []))} />
        <NumberInput
          {...input('weight')}
          description="How much it matters in a client’s alignment"
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          decimalScale={4}
          step={1}
          min={0}
          clampBehavior="none"
          allowNegative={false}
        />
        <TagsInput
          {...input('tags')}
          data={[...new Set([...companyTags, ...used(({ tags }) => tags)])]}
          description="Applies by itself to every client that shares a tag"
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          clearable
          clearButtonProps={{ 'aria-label': 'Clear tags' }}
        />
        <Autocomplete
          {...input('anyOneOf')}
          data={used(({ anyOneOf }) => (anyOneOf ? [anyOneOf] : []))}
          description="Name of a group of which one aligned item is enough"
          inputWrapperOrder={['label', 'input', 'description', 'error']}
        />
      </div>
      <Checkbox
        {...check('agreementInclusionDefault')}
        description="Ticked in the grid of clients that have it by a shared tag"
      />
      {item ? (
        <Switch
          {...check('retired')}
          description="In no figure and no grid; what clients have of it is kept"
        />
      ) : null}
    </EditModal>
  );
}
